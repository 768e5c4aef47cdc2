package yici.feedback;

/**
 * @param path within the site, beginning with a slash
 * @param title what it is called; the path where that is not known
 * @param area whose page it is: its editors answer
 * @param edition of a work, such as {@code en-3}; empty elsewhere
 */
record PageInQuestion(String path, String title, String area, String edition) {}
