//! A clock that was set back: what came last is last, whatever its time says.

use chrono::TimeDelta;
use pledgeboard_domain::{Theme, id::EntryId};
use pledgeboard_store::{Stamp, Store, Touching};

use crate::scene::{Board, board, stamp, theme};

/// A change at so many hours from the usual time, with an id as a computer with that clock makes it.
fn at(hours: i64) -> Stamp {
    let usual = stamp();
    let at = usual.at + TimeDelta::hours(hours);
    let seconds = u64::try_from(at.timestamp()).unwrap();
    let id = uuid::Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, seconds, 0));
    Stamp { entry: EntryId(id), at, ..usual }
}

#[tokio::test]
async fn the_history_stays_in_its_order_and_undo_finds_the_last_change_when_the_clock_was_set_back() {
    let Board { store, folder } = board().await;
    let mut it = theme("first");
    let mut write = store.write("first", at(0)).await.unwrap();
    write.insert(&mut it).await.unwrap();
    write.commit().await.unwrap();
    let mut last = None;
    for (name, hours) in [("second", 1), ("third", -48), ("fourth", -47)] {
        let mut write = store.write(name, at(hours)).await.unwrap();
        it.name = name.into();
        write.update(&mut it).await.unwrap();
        last = write.commit().await.unwrap().entry;
    }
    let order = ["fourth", "third", "second", "first"];
    let mut read = store.read().await.unwrap();
    let history: Vec<String> = read.history(10).await.unwrap().into_iter().map(|it| it.entry.name).collect();
    assert_eq!(history, order);
    let lines: Vec<String> =
        read.entries(Touching::default(), 10).await.unwrap().into_iter().map(|(it, _)| it.name).collect();
    assert_eq!(lines, order);
    let of_it = read.history_of(it.id.into()).await.unwrap();
    assert_eq!(of_it.iter().map(|it| it.entry.name.as_str()).collect::<Vec<_>>(), order);
    assert_eq!(read.latest_entry().await.unwrap(), last, "and a backup knows whether it has the last");
    assert_eq!(it.version, 4, "versions count changes, not time");
    drop(read);

    store.undo(last.unwrap(), at(-46)).await.unwrap();
    assert_eq!(store.read().await.unwrap().all::<Theme>().await.unwrap()[0].name, "third");
    // Out and in again: the order goes with it.
    let data = store.read().await.unwrap().data(stamp().at).await.unwrap();
    let copy = Store::create(&folder.path().join("copy.pledgeboard")).await.unwrap();
    copy.fill(data, at(-100), |_, _| Ok(())).await.unwrap();
    let history: Vec<String> =
        copy.read().await.unwrap().history(10).await.unwrap().into_iter().map(|it| it.entry.name).collect();
    assert_eq!(history, ["undo: fourth", "fourth", "third", "second", "first"]);
}
