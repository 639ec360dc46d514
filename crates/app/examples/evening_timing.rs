use std::time::Instant;
use pledgeboard_app::{App, Clock};
use serde_json::json;
#[tokio::main]
async fn main() {
    let app = App::start("/tmp/evening_home20".into(), Clock::new("2026-11-22".parse().ok())).await.unwrap();
    app.call("desk.open", json!({"path": "/tmp/evening_20.pledgeboard"})).await.unwrap();
    let cx = app.context().await.unwrap();
    let mut read = cx.read().await.unwrap();
    let meetings = read.all::<pledgeboard_domain::Meeting>().await.unwrap();
    let actions = read.all::<pledgeboard_domain::Action>().await.unwrap();
    println!("{} meetings, {} actions, {} items", meetings.len(), actions.len(), read.all::<pledgeboard_domain::AgendaItem>().await.unwrap().len());
    let m = meetings.iter().rev().find(|m| m.state.was_held()).unwrap().id;
    drop(read);
    for (name, req) in [("evening.show", json!({"meeting_id": m, "projector": false})), ("minutes.show", json!({"meeting_id": m})), ("actions.list", json!({})), ("actions.show", json!({"id": actions[5].id}))] {
        let mut t: Vec<_> = vec![];
        for _ in 0..15 { let s = Instant::now(); app.call(name, req.clone()).await.unwrap(); t.push(s.elapsed()); }
        t.sort();
        println!("{name} median {:?}", t[7]);
    }
}
