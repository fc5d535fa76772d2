export const localeCookie = 'indgang-sprog'
