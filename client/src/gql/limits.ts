export const limits = {
  titleLength: 200,
  descriptionLength: 100000,
  searchLength: 1000,
  ticketsPerChange: 100,
  fileBytes: 26214400,
  filesPerMessage: 10,
} as const;
