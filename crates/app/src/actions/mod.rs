//! The action log: open until the board closes it.

mod add;
mod bulk;
mod escalate;
mod list;
mod one;
mod progress;

use crate::command::commands;
use add::{NewAction, SaveAction};
use bulk::UpdateMany;
use escalate::{Escalate, Reply};
use one::ShowAction;
use progress::{CloseAction, Done, NotDone, Note, Withdraw};

commands! {
    read "actions.list" => list::list, crate::Nothing => list::ActionList;
    read "actions.show" => one::show, ShowAction => one::ActionPage;
    write "actions.add" => add::add, NewAction => add::Added;
    write "actions.save" => add::save, SaveAction => crate::Nothing;
    write "actions.note" => progress::note, Note => pledgeboard_domain::id::ActionUpdateId;
    write "actions.done" => progress::done, Done => crate::Nothing;
    write "actions.not_done" => progress::not_done, NotDone => crate::Nothing;
    write "actions.close" => progress::close, CloseAction => crate::Nothing;
    write "actions.withdraw" => progress::withdraw, Withdraw => crate::Nothing;
    write "actions.update_many" => bulk::update_many, UpdateMany => crate::Nothing;
    write "actions.escalate" => escalate::escalate, Escalate => pledgeboard_domain::id::EscalationId;
    write "actions.reply" => escalate::reply, Reply => crate::Nothing;
}
