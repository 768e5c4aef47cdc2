/** Journeys of people through the whole product, in a real browser, read like sentences. */
@NullMarked
package yici.journeys;

import org.jspecify.annotations.NullMarked;
