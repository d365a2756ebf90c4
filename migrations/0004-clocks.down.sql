DROP TABLE notice, reminder, deadline;
