//! A shared board whose server comes and goes. Told on servers of their own.

use std::{path::PathBuf, time::Duration};

use pledgeboard_domain::{
    Action, ActionState,
    id::{ActionId, EntryId},
};
use pledgeboard_store::{Stamp, Store, StoreError};
use pledgeboard_test_place::Far;
use pledgeboard_test_server::Server;
use uuid::Uuid;

use crate::scene::stamp;

/// None where the other engine's stories are told.
async fn server() -> Option<(Server, PathBuf)> {
    std::env::var_os(pledgeboard_test_place::SERVER)?;
    let server = Server::start().unwrap();
    let board = PathBuf::from(pledgeboard_test_place::database(&server.address()).await);
    Store::create(&board).await.unwrap().close().await;
    Some((server, board))
}

fn new_stamp() -> Stamp {
    Stamp { entry: EntryId(Uuid::now_v7()), ..stamp() }
}

fn action(reference: String) -> Action {
    Action {
        id: ActionId(Uuid::now_v7()),
        version: 0,
        reference,
        text: "Ask every child which worker they want".into(),
        plain_text: String::new(),
        owner_id: None,
        due: None,
        state: ActionState::Open,
        opened_on: "2026-11-22".parse().unwrap(),
        agenda_item_id: None,
        promise_id: None,
        done_on: None,
        done_plain: String::new(),
        withdrawn_reason: String::new(),
        closed_at_id: None,
        closed_on: None,
    }
}

/// The next number, as the use cases give it: one more than the highest there is.
async fn add_action(store: &Store) -> Result<String, StoreError> {
    let mut write = store.write("add an action", new_stamp()).await?;
    let highest = write.all::<Action>().await?.iter().filter_map(|it| it.reference.parse::<u32>().ok()).max();
    let reference = format!("{:06}", highest.unwrap_or(0) + 1);
    write.insert(&mut action(reference.clone())).await?;
    write.commit().await?;
    Ok(reference)
}

/// Waits until the board's server lets it know that something was missed.
async fn told_of_everything(store: &Store) {
    for _ in 0..400 {
        if store.changed_elsewhere().await.unwrap().everything {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("nobody was told that anything was missed");
}

#[tokio::test]
async fn a_board_goes_on_when_its_server_was_away() {
    let Some((server, board)) = server().await else { return };
    let store = Store::open(&board).await.unwrap();
    let there = Store::open(&board).await.unwrap();
    add_action(&store).await.unwrap();
    server.stop().unwrap();
    let refused = add_action(&store).await.unwrap_err().into_refusal();
    assert!(
        refused.message.contains("does not answer") && refused.message.contains("stays here"),
        "{refused:?}"
    );
    server.again().unwrap();
    add_action(&store).await.unwrap();
    assert_eq!(store.read().await.unwrap().all::<Action>().await.unwrap().len(), 2);
    // Who listens missed something meanwhile, is told so, and hears again.
    told_of_everything(&there).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    there.changed_elsewhere().await.unwrap();
    add_action(&store).await.unwrap();
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(there.changed_elsewhere().await.unwrap().kinds, ["action"]);
}

#[tokio::test]
async fn a_standby_that_takes_over_has_everything_and_the_board_goes_on_there() {
    let Some((primary, board)) = server().await else { return };
    let standby = primary.standby().unwrap();
    // One address for both, as a council's name that moves, or a virtual IP.
    let moving = Far::before(primary.port(), Duration::ZERO).await.unwrap();
    let at = |server: &Server, port: u16| {
        let name = board.to_str().unwrap().rsplit_once('/').unwrap().1;
        let address = server.address().replace(&server.port().to_string(), &port.to_string());
        PathBuf::from(format!("{address}/{name}"))
    };
    let store = Store::open(&at(&primary, moving.port)).await.unwrap();
    for _ in 0..5 {
        add_action(&store).await.unwrap();
    }
    let there = at(&standby, standby.port());
    tokio::time::sleep(Duration::from_secs(1)).await;
    // Until it is promoted it is only read, and shows what comes from the other.
    let following = Store::open(&there).await.unwrap();
    assert_eq!(following.read().await.unwrap().all::<Action>().await.unwrap().len(), 5);
    let refused = add_action(&following).await.unwrap_err().into_refusal();
    assert!(refused.message.contains("only be read"), "{refused:?}");
    add_action(&store).await.unwrap();
    told_of_everything(&following).await;
    assert_eq!(following.read().await.unwrap().all::<Action>().await.unwrap().len(), 6);
    primary.kill().unwrap();
    let refused = add_action(&store).await.unwrap_err().into_refusal();
    assert!(refused.message.contains("does not answer"), "{refused:?}");
    standby.promote().unwrap();
    moving.moves_to(standby.port());
    // Whoever had the board open goes on there, and hears of others as before.
    told_of_everything(&store).await;
    told_of_everything(&following).await;
    assert_eq!(add_action(&following).await.unwrap(), "000007");
    assert_eq!(add_action(&store).await.unwrap(), "000008");
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(following.changed_elsewhere().await.unwrap().kinds, ["action"]);
}
