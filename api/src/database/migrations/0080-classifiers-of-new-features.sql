-- The classifier reads tickets by other features than before, so classifiers that desks trained fit it no longer. The decisions
-- are all still there, and the next training learns them again.
delete from triage_classifier;
update triage_training set learned_up_to = '-infinity';
