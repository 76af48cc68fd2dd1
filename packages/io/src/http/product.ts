/** The name by which robots.txt files may address this program, and the first word of its User-Agent. */
export const PRODUCT = 'Counterclaim'
