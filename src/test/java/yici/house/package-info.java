/** Tests about the house itself, and what every room's tests stand on: the running product, a browser, a visitor without one. */
@NullMarked
package yici.house;

import org.jspecify.annotations.NullMarked;
