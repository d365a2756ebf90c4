import { z } from 'zod';
import * as answers from './answers';
import { fulfilmentBody, outsideAnswerBody, outsideOpinionBody } from './commands';
import { contactAnswerBody } from './query-inputs';
import type { QuerySpec } from './query-spec';

/** What people without an account ask for, by their links. */
export const outsideQueries = {
  outsideLetter: {
    method: 'get',
    path: '/f/{token}',
    summary: '提案者的专属链接：答复函',
    tag: '提案者',
    open: true,
    answer: answers.outsideLetter,
  },
  outsideFile: {
    method: 'get',
    path: '/f/{token}/{format}',
    summary: '提案者的专属链接：文件',
    tag: '提案者',
    open: true,
    answer: { media: 'application/octet-stream' },
  },
  outsideContact: {
    method: 'post',
    path: '/f/{token}/contacts/{id}',
    summary: '提案者的专属链接：确认或否认沟通记录',
    tag: '提案者',
    open: true,
    body: contactAnswerBody,
    answer: z.null(),
    status: 204,
  },
  outsideReceive: {
    method: 'post',
    path: '/f/{token}/receive',
    summary: '提案者的专属链接：已收到',
    tag: '提案者',
    open: true,
    answer: z.null(),
    status: 204,
  },
  outsidePromises: {
    method: 'get',
    path: '/c/{token}',
    summary: '提案者的专属链接：承诺办得怎样',
    tag: '承诺',
    open: true,
    answer: answers.outsidePromises,
  },
  outsideRating: {
    method: 'post',
    path: '/c/{token}/promises/{id}',
    summary: '提案者的专属链接：评价兑现情况',
    tag: '承诺',
    open: true,
    body: fulfilmentBody,
    answer: z.null(),
    status: 204,
  },
  outsideOpinion: {
    method: 'get',
    path: '/o/{token}',
    summary: '会办单位的专用链接：问题与建议',
    tag: '会办意见',
    open: true,
    answer: answers.outsideOpinion,
  },
  outsideOpinionSubmit: {
    method: 'post',
    path: '/o/{token}',
    summary: '会办单位的专用链接：提交意见',
    tag: '会办意见',
    open: true,
    body: outsideOpinionBody,
    answer: z.object({ version: z.number().int() }),
  },
  outsideQuestion: {
    method: 'get',
    path: '/q/{token}',
    summary: '征求意见的专用链接：确认采用的内容，或看答复稿',
    tag: '答复稿',
    open: true,
    answer: answers.outsideQuestion,
  },
  outsideAnswer: {
    method: 'post',
    path: '/q/{token}',
    summary: '征求意见的专用链接：答复',
    tag: '答复稿',
    open: true,
    body: outsideAnswerBody,
    answer: z.null(),
    status: 204,
  },
} as const satisfies Record<string, QuerySpec>;
