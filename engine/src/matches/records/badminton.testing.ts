/**
 * Two badminton matches rally by rally: "h" for the first player named, "a" for the second (ShuttleSet22, MIT licence).
 */
export const BADMINTON_MATCHES = [
  {
    players: ["AXELSEN Viktor", "LEE Zii Jia"],
    firstServer: "away1",
    rallies: [
      "aahahhhahahhahahaaahaahahahahhahahaahaha",
      "haahhhahahaahhahahhhhhhhaahhahhh",
      "ahaaahahhahahahhaaahahhhhhhaaahahhhhaaaaahhh",
    ],
    scores: ["19-21", "21-11", "23-21"],
  },
  {
    players: ["SEN Lakshya", "LOH Kean Yew"],
    firstServer: "away1",
    rallies: ["aahhhhaaahahhhhahahhhahhhaaaahahhaaaaaahhaahhh", "ahaaahahhhahhahahhahhahahhhaaahahahahh"],
    scores: ["24-22", "21-17"],
  },
] as const;
