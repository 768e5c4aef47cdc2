package yici.house;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import yici.Yici;

class WallsTest {

    @Test
    void a_room_uses_only_the_rooms_its_doors_name_and_no_cycle_exists() {
        ApplicationModules.of(Yici.class).verify();
    }
}
