/** Starting the house: the database, the sample province, the clock. The rooms are below. */
@NullMarked
package yici;

import org.jspecify.annotations.NullMarked;
