//! A board that goes from a file to a server, and what is different there.

use pledgeboard_app::{parts, sample, transfer};
use pledgeboard_domain::BoardPart;
use serde_json::json;

use crate::at_desk::{AtDesk, TODAY};

/// The sample in a file, whatever the engine of the other stories.
async fn at_a_file() -> AtDesk {
    let desk = AtDesk::new().await;
    let path = desk.home.path().join("anytown.pledgeboard");
    sample::create(&path, TODAY.parse().unwrap()).await.unwrap().close().await;
    desk.call("desk.open", json!({ "path": path })).await;
    desk.sit_down("chair").await;
    desk
}

#[tokio::test]
async fn what_is_no_address_shares_nothing() {
    let desk = at_a_file().await;
    for (address, words) in [
        ("anytown", "not the address"),
        ("postgres://owner@db.anytown.gov.uk/board?sslmode=disable", "encrypted"),
        ("postgres://owner@127.0.0.1:1/board", "does not answer"),
    ] {
        let request = json!({ "address": address, "passphrase": "", "work": null });
        let (field, message) = desk.refused("desk.share", request).await;
        assert_eq!(field, "address", "{message}");
        assert!(message.contains(words), "{message}");
    }
    assert_eq!(desk.call("desk.show", json!({})).await["board"]["place"]["place"], "here");
}

/// Comes to the server under a login of their own.
async fn comes_as(address: &str, login: &str) -> AtDesk {
    let desk = AtDesk::new().await;
    let path = address.replacen("postgres://postgres@", &format!("postgres://{login}:pw@"), 1);
    desk.call("desk.open", json!({ "path": path })).await;
    desk
}

#[tokio::test]
async fn a_shared_board_goes_back_into_a_file_for_those_who_see_all_of_it() {
    let Ok(server) = std::env::var(pledgeboard_test_place::SERVER) else { return };
    let desk = at_a_file().await;
    let before = desk.call("home.counts", json!({})).await;
    let (_, message) = desk.refused("desk.keep_in_file", json!({ "work": null })).await;
    assert_eq!(message, "This board is in a file already.");
    let address = pledgeboard_test_place::database(&server).await;
    desk.call("desk.share", json!({ "address": address, "passphrase": "", "work": null })).await;
    let cx = desk.app.context().await.unwrap();
    for (name, part) in [("Sam Okafor", BoardPart::LinkChampion), ("Colin Webb", BoardPart::Auditor)] {
        parts::grant(&cx, name, part, None, Some("pw")).await.unwrap();
    }

    let champion = comes_as(&address, "sam.okafor").await;
    let (_, message) = champion.refused("desk.keep_in_file", json!({ "work": null })).await;
    assert!(message.starts_with("Your part shows you some of this board"), "{message}");
    let theirs = champion.app.context().await.unwrap();
    assert!(transfer::data(&theirs).await.is_err() && transfer::check(&theirs).await.is_err());
    assert_eq!(champion.call("desk.show", json!({})).await["board"]["place"]["place"], "shared");

    let auditor = comes_as(&address, "colin.webb").await;
    let kept = auditor.call("desk.keep_in_file", json!({ "work": "w" })).await;
    assert_eq!(kept["board"]["place"]["place"], "here");
    let file = kept["board"]["path"].as_str().unwrap();
    assert!(file.ends_with("anytown-corporate-parenting-board.pledgeboard"), "{file}");
    assert_eq!(kept["board"]["person"]["name"], "Colin Webb");
    assert_eq!(auditor.call("home.counts", json!({})).await, before);
    // The server's is as it was.
    assert_eq!(comes_as(&address, "sam.okafor").await.call("home.counts", json!({})).await, before);
}

#[tokio::test]
async fn a_board_is_shared_whole_and_everybody_has_their_part() {
    let Ok(server) = std::env::var(pledgeboard_test_place::SERVER) else { return };
    let desk = at_a_file().await;
    let before = desk.call("home.counts", json!({})).await;
    let address = pledgeboard_test_place::database(&server).await;
    let shared = desk.call("desk.share", json!({ "address": address, "passphrase": "", "work": "w" })).await;
    assert_eq!(shared["board"]["place"], json!({ "place": "shared", "part": null }));
    // Whoever was at the desk still is.
    assert!(shared["board"]["person"].is_object());
    assert_eq!(desk.call("home.counts", json!({})).await, before);

    // There is a board now: neither this one nor another goes over it.
    let (_, message) =
        desk.refused("desk.share", json!({ "address": address, "passphrase": "", "work": null })).await;
    assert_eq!(message, "This board is shared already.");
    let other = at_a_file().await;
    let (field, message) =
        other.refused("desk.share", json!({ "address": address, "passphrase": "", "work": null })).await;
    assert_eq!(
        (field.as_str(), message.as_str()),
        ("address", "There is a board already. Choose an empty database, or another file.")
    );
    for file in ["backups.make", "security.protect"] {
        let request =
            json!({ "new": "kettle moon ladder", "again": "kettle moon ladder", "remember": false });
        let request = if file == "backups.make" { json!({}) } else { request };
        let (_, message) = desk.refused(file, request).await;
        assert!(message.contains("has no file of its own"), "{file}: {message}");
    }

    // Somebody with a part comes with their password, is known, and does what their part lets them.
    let cx = desk.app.context().await.unwrap();
    let login = format!("amina.{}", uuid::Uuid::new_v4().simple());
    parts::grant(&cx, "Cllr Amina Yusuf", BoardPart::LinkChampion, Some(&login), Some("tulip ocean"))
        .await
        .unwrap();
    let (_, message) = {
        let nobody = parts::grant(&cx, "Nobody", BoardPart::Member, None, None).await.unwrap_err();
        (nobody.field, nobody.message)
    };
    assert_eq!(message, "Nobody on the board is called “Nobody”.");
    let theirs = address.replace("postgres@", &format!("{login}@"));
    let hers = AtDesk::new().await;
    let refused = hers.app.call("desk.open", json!({ "path": theirs })).await.unwrap_err();
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("locked", Some("passphrase")));
    let opened = hers
        .call("desk.unlock", json!({ "path": theirs, "passphrase": "tulip ocean", "remember": false }))
        .await;
    assert_eq!(opened["board"]["place"], json!({ "place": "shared", "part": "link_champion" }));
    assert_eq!(opened["board"]["person"]["name"], "Cllr Amina Yusuf");
    let somebody = desk.call("desk.people", json!({})).await[0]["id"].clone();
    let (_, message) = hers.refused("desk.work_as", json!({ "person_id": somebody })).await;
    assert!(message.contains("knows who you are"), "{message}");
    let (_, message) = hers.refused("board.add_theme", json!({ "name": "Mine", "child_name": "" })).await;
    assert!(message.contains("Your part in this board"), "{message}");
    hers.call("home.show", json!({})).await;
    hers.call("voices.list", json!({ "all": true })).await;

    // Who is connected is seen, by name.
    let mut here = json!([]);
    for _ in 0..80 {
        here = desk.call("desk.look_round", json!({})).await["here"].clone();
        if here != json!([]) {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert_eq!(here, json!(["Amina Yusuf"]));
    parts::revoke(&cx, &login).await.unwrap();
    let (_, message) = hers.refused("home.show", json!({})).await;
    assert!(!message.is_empty());
}
