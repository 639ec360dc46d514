//! Promises, what we will do, how we will know, and checks through the three lenses.

use pledgeboard_domain::{
    Check, Commitment, Measure, Promise, StrategyPeriod,
    id::{CheckId, CommitmentId, MeasureId},
};

use crate::command::{Nothing, commands};

mod beside;
mod form;
mod grid;
mod keep;
mod parts;
mod show;
mod today;
mod wall;

pub(crate) use today::{current, measures};

use form::{PromiseChoices, VoiceToChoose, VoicesToChoose};
use keep::{NewPromise, NewStrategy, RetirePromise};
use parts::{NewCheck, NewCommitment, NewMeasure, RemoveCheck, RemoveCommitment, RemoveMeasure};
use show::{PromisePage, ShowPromise};
use wall::{ShowWall, Wall};

commands! {
    read "promises.wall" => wall::show, ShowWall => Wall;
    read "promises.show" => show::show, ShowPromise => PromisePage;
    read "promises.choices" => form::choices, Nothing => PromiseChoices;
    read "promises.voices" => form::voices, VoicesToChoose => Vec<VoiceToChoose>;
    write "promises.add" => keep::add, NewPromise => Promise;
    write "promises.edit" => keep::edit, Promise => Promise;
    write "promises.retire" => keep::retire, RetirePromise => Promise;
    write "promises.start_strategy" => keep::start_strategy, NewStrategy => StrategyPeriod;
    write "promises.edit_strategy" => keep::edit_strategy, StrategyPeriod => StrategyPeriod;
    write "promises.add_commitment" => parts::add_commitment, NewCommitment => Commitment;
    write "promises.edit_commitment" => parts::edit_commitment, Commitment => Commitment;
    write "promises.remove_commitment" => parts::remove_commitment, RemoveCommitment => CommitmentId;
    write "promises.add_measure" => parts::add_measure, NewMeasure => Measure;
    write "promises.edit_measure" => parts::edit_measure, Measure => Measure;
    write "promises.remove_measure" => parts::remove_measure, RemoveMeasure => MeasureId;
    write "promises.record_check" => parts::record_check, NewCheck => Check;
    write "promises.edit_check" => parts::edit_check, Check => Check;
    write "promises.remove_check" => parts::remove_check, RemoveCheck => CheckId;
}
