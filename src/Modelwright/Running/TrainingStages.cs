using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Recording.Answering;
using Modelwright.Running.Insights;
using Modelwright.Runtime.Prediction;
using Modelwright.Search;
using Modelwright.Search.Costs;
using Modelwright.Search.Curves;
using Modelwright.Search.Ensembles;
using Modelwright.Search.Limits;
using Modelwright.Search.Unseen;
using Modelwright.Validation;
using Modelwright.Validation.Answering;
using Modelwright.Validation.Schemes;

namespace Modelwright.Running;

/// <summary>The stages of a training run after the question is known, each a function of what came before.</summary>
internal sealed class TrainingStages(Training told, Question question, LabelledRows rows, RunClock clock, ProgressVoice voice, MemoryShare memory)
{
    /// <summary>Share of the budget kept for figures, what matters to the model, and packing, and the least seconds of it.</summary>
    private const double ReservedShare = 0.04;
    private const double LeastShare = 0.1;
    private const double FewestSeconds = 1.5;
    private const double MostOfLeast = 2;

    /// <summary>What a refit on all rows takes of a trial on the part that is not held out: more rows, but no rounds beyond the best.</summary>
    private const double WholeRefit = 1.15;

    /// <summary>Weight of the members that must be done for a refit to take the place of the validated model.</summary>
    private const double LeastKept = 0.5;

    /// <summary>How often a random member may be fitted on all rows where time is left over.</summary>
    private const int MostRounds = 3;

    /// <summary>Bytes of forms kept for the ensemble: an upper bound of the package's size.</summary>
    private const long MostFormBytes = 64L << 20;

    private readonly AnswerKind _kind = AnswerKind.For(rows, question.Positive);
    private readonly AnswerReading _reading = AnswerKind.For(rows, question.Positive).Reading(question.Reading);
    private readonly ValidationScheme _scheme = ValidationScheme.Of(question.Plan);
    private readonly long _featureMemory = told.Memory is { } limit ? limit / 10 : 64L << 20;

    private readonly ModelLimits _limits = ModelLimits.Of(question.Plan);

    private readonly CostMeter _meter = new(rows.Table, clock.Time);

    private readonly StackStage _stacking = new(told, question, AnswerKind.For(rows, question.Positive), clock, voice);

    private Distillation Distillation => new(question, rows, clock.Less(LeastReserved), _featureMemory);

    private readonly RefitRoom _room = new(rows, memory.RefitBytes);

    /// <summary>Of a small budget what is not reckoned by rows (starting, writing the report) is a larger share.</summary>
    private double LeastReserved => Math.Clamp(LeastShare * (told.Limit?.TotalSeconds ?? 0), FewestSeconds, MostOfLeast);

    /// <summary>Seconds of the budget that the search leaves.</summary>
    private double Reserved => Math.Max(LeastReserved, (ReservedShare + (told.LearningCurve ? LearningCurveStage.BudgetShare : 0) + (question.Plan.Distill ? Distillation.BudgetShare : 0)) * (told.Limit?.TotalSeconds ?? 0))
        + EndTime.Of(rows, _kind.Width, _scheme.Seals(rows.Table.RowCount));

    /// <summary>What a limit of memory is worked out for (<see cref="MemoryShare"/>); without one every thread may have a split of its own.</summary>
    private int SideBySideFits => told.Memory is null ? int.MaxValue : SearchOptions.UsualThreads;

    /// <summary>Puts rows away that no choice may see; a person's own test rows take their place, unless columns were chosen on all others.</summary>
    /// <returns>The rows to search, and those that are sealed.</returns>
    public (int[] Development, int[] Sealed) Seal() => told.HasTest && !_scheme.MustSeal
        ? ([.. Enumerable.Range(0, rows.Table.RowCount)], [])
        : SealedHoldout.Part(rows, question.Plan.Seed, _scheme);

    /// <summary>What the search is held to: a teacher may be as large as it likes, its pupil may not.</summary>
    private ModelLimits SearchLimits => question.Plan.Distill ? ModelLimits.None : _limits;

    /// <summary>Searches the development rows and chooses.</summary>
    /// <param name="development">The rows to search.</param>
    /// <param name="sealedCount">How many rows no choice may see.</param>
    /// <param name="stop">Asks to stop and keep the best so far.</param>
    public Choice Choose(int[] development, int sealedCount, CancellationToken stop)
    {
        var isSealed = sealedCount > 0;
        var learners = SearchLimits.Among(Learners());
        RowPermission.Check(learners, question.Plan);
        var searchClock = clock.Less(Reserved);
        var planned = clock.IsLimited && told.Trials is null;
        var threads = planned ? (int)told.Recorded("planned_threads", told.Threads) : SearchOptions.UsualThreads;
        double? seconds = planned ? told.Recorded("planned_seconds", searchClock.Left) : null;
        ILearner[] shippable = [.. learners.Where(learner => question.Plan.StoreRows || !learner.Info.StoresRows)];
        var (some, places, isSample) = Sample(development, shippable, seconds, threads);
        var usual = PartitionChoice.Choose(some, shippable, seconds, threads, question.Plan.Folds ?? (isSample ? 1 : null));
        var partition = _scheme.Part(usual, some, question.Plan.Folds);
        var mayStack = !isSample && !question.Plan.Distill;
        var options = new SearchOptions
        {
            Learners = learners,
            StoreRows = question.Plan.StoreRows,
            Metric = question.Metric,
            Partition = partition,
            Clock = searchClock.Less(_stacking.Reserve(partition, some, mayStack)),
            Trials = told.Trials,
            Threads = told.Threads,
            PlannedThreads = threads,
            SideBySide = SideBySideFits,
            Seed = question.Plan.Seed,
            FeatureMemory = _featureMemory,
            ProcessMemory = told.Memory is { } bytes ? bytes * 6 / 10 : SearchOptions.UsualMemory,
            FormMemory = Math.Min(_featureMemory, MostFormBytes),
            Room = _room,
            IsDealtOnce = question.Reading.IsByFolds,
            Limits = SearchLimits,
            ScoredRows = sealedCount + told.TestCount,
            RefitFactor = RefitFactor(isSealed || isSample ? (double)rows.Table.RowCount / some.Table.RowCount : 1, partition, threads),
            Progress = voice.Say,
            Journal = told.Journal,
            Ended = told.Session is { } session ? session.Add : null,
        };
        var outcome = new Searcher(options, some, _kind).Run(stop);
        outcome = outcome.Rule.IsWhole ? outcome : outcome.WithModelsOfMembers();
        MemoryWatch.GiveBack(options.ProcessMemory / 2);
        Recipe RecipeOf(SearchOutcome found) => Recipe.Validated(found) with { IsDevelopment = isSealed, SampleRows = isSample ? some.Table.RowCount : 0 };
        return outcome.Rule.IsWhole
            ? new WholeChoice(some, places, _kind, question.Metric, _limits, _meter).Of(outcome, RecipeOf, recipe => Repeat(recipe, Limits(deadline: null, CancellationToken.None))!)
            : Stacked(new(outcome, RecipeOf(outcome), some, Blend(outcome)) { Places = places }, mayStack, isSealed, stop);
    }

    private Choice Stacked(Choice choice, bool mayStack, bool isRefitted, CancellationToken stop) =>
        _stacking.Of(choice, mayStack, isRefitted, Limits(clock.In(clock.Left - Reserved), stop));

    /// <summary>The choice, or in its place the small model that learns from it where a person asked for one.</summary>
    public Choice Distill(Choice choice, CancellationToken stop)
    {
        if (!question.Plan.Distill)
        {
            return choice;
        }

        voice.Say("distillation", 0.83, "Teaching a small model what the best one answers.");
        return Distillation.Teach(choice, _limits.Among(Learners()), Limits(deadline: null, stop));
    }

    /// <summary>The choice with the small model beside its teacher, where there is one.</summary>
    public Choice CompareWithTeacher(Choice choice, int[] sealedRows) => choice.Taught is null
        ? choice
        : choice with { Distillation = new TaughtFigures(rows.Take(sealedRows), _kind, question.Metric, _meter, told.Threads).Of(choice) };

    private ILearner[] Learners()
    {
        var names = question.Plan.Learners;
        foreach (var name in names)
        {
            told.Learners.Get(name);
        }

        return [.. told.Learners.For(question.Task).Where(learner => names.Count == 0 || learner.Info.IsBaseline || names.Contains(learner.Info.Name))];
    }

    private (LabelledRows Rows, int[]? Places, bool IsSample) Sample(int[] development, ILearner[] learners, double? budget, int threads)
    {
        var wanted = SampleChoice.Rows(rows, development.Length, learners, budget, threads, memory.SearchRows);
        if (wanted >= development.Length && development.Length == rows.Table.RowCount)
        {
            return (rows, null, false);
        }

        var places = wanted < development.Length ? SampleOf(development, wanted) : development;
        return (rows.Take(places), places, wanted < development.Length);
    }

    private int[] SampleOf(int[] development, int count) =>
        Array.ConvertAll(RowSample.Draw(development.Length, count, Seeds.Mix(question.Plan.Seed, -2)), place => development[place]);

    /// <summary>How the answers of the chosen model are read, learned on what its members answered out of fold.</summary>
    public LearnedAnswering LearnReading(Choice choice, bool isSealed)
    {
        voice.Say("validation", 0.85, "Learning how sure the answers are.");
        return _reading.Learn(choice.Stacked?.Held ?? UnseenByMembers.Of(choice.Outcome, choice.Rows, isSealed, _kind, question.Metric));
    }

    /// <summary>The model with its answers read as decided.</summary>
    /// <exception cref="OptionsException">The decision of a plan does not fit the classes.</exception>
    public Shipped Read(Shipped shipped, AnsweringDecision? decision)
    {
        if (decision is null)
        {
            return shipped;
        }

        // A finished plan says what was learned; a model that was fitted again has fold models of its own.
        decision = question.Plan.Decision is null && shipped.Known is { } known ? _reading.Relearn(decision, known) : decision;
        AnsweringFaults.Check(decision, shipped.Form);
        return shipped with { Form = _reading.Wrap(shipped.Form, decision), Answering = decision };
    }

    /// <summary>What the chosen model answers on rows that no choice has seen, with its figures.</summary>
    public UnseenAnswers Validate(Choice choice, LearnedAnswering learned, int[] sealedRows)
    {
        voice.Say("validation", 0.86, "Scoring on rows that no choice has seen.");
        if (sealedRows.Length > 0)
        {
            var holdout = rows.Take(sealedRows);
            var answers = RawAnswers.Of(choice.Form, holdout.Table, learned.Decision, told.Threads);
            return Unseen(holdout, _reading.Judge(holdout, answers, learned.Decision), learned, "sealed_holdout");
        }

        return Unseen(choice.Rows.Take(choice.Stacked?.HeldRows ?? choice.Outcome.Partition.Covered), learned.Nested, learned, "nested_out_of_fold");
    }

    /// <summary>The model for the package: the recipe fitted on all rows, within the time left.</summary>
    public Shipped Ship(Choice choice, bool isSealed, CancellationToken stop)
    {
        if (choice.Taught is { } taught)
        {
            return ShipTaught(choice, taught, stop);
        }

        if (AsItIs(choice, isSealed) is { } same)
        {
            return same;
        }

        var fitted = choice.Outcome.Members.Min(member => _room.RowsFor(member.Trial.Candidate));
        var secondsLeft = clock.Left - LeastReserved;
        var expected = (choice.Outcome.Members.Sum(member => member.Trial.Seconds) + (choice.Stacked?.Fits.Seconds ?? 0)) * fitted / choice.Rows.Table.RowCount;
        if (stop.IsCancellationRequested || secondsLeft < 0.9 * expected)
        {
            return Unrefitted(choice, stop.IsCancellationRequested ? "the run was stopped" : "the budget left no time");
        }

        if (fitted < choice.Rows.Table.RowCount)
        {
            return Unrefitted(choice, "the memory holds no more rows in a fit");
        }

        try
        {
            var recipe = Recipe.Refit(choice.Outcome) with { SampleRows = fitted < rows.Table.RowCount ? fitted : 0, Second = choice.Recipe.Second };
            var shipped = Repeat(recipe, Limits(clock.In(secondsLeft), stop)) ?? Unrefitted(choice, "the budget left no time");
            if (Refused(shipped, choice) is { } refused)
            {
                return refused;
            }

            return recipe.SampleRows == 0 ? shipped : shipped with { Warning = $"A fit within the memory holds {fitted} of {rows.Table.RowCount} rows, so the shipped model has seen no more. Give more with --memory." };
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Unrefitted(choice, "the run was stopped");
        }
        catch (Exception fault) when (MemoryFault.Is(fault))
        {
            return Unrefitted(choice, "the memory did not suffice");
        }
    }

    /// <summary>The validated model, where the one fitted again keeps no limit or has run away; null where it may be shipped.</summary>
    private Shipped? Refused(Shipped shipped, Choice choice)
    {
        if (_limits.IsCost && !_limits.Admit(_meter.Of(shipped.Form)))
        {
            return Unrefitted(choice, "fitted on all rows it would be over the limits");
        }

        if (shipped.Form == choice.Form || new RefitCheck(_kind, question.Metric).IsSound(shipped.Form, choice, told.Threads))
        {
            return null;
        }

        const string Why = "fitted on all rows it answers rows that it has seen worse than before it had seen them";
        return Unrefitted(choice, Why) with { Warning = $"The recipe did not hold: {Why}, so the validated model is shipped. Train again with another --seed, or with other --learners." };
    }

    private Shipped ShipTaught(Choice choice, TaughtChoice taught, CancellationToken stop)
    {
        var recipe = choice.Recipe with { IsDevelopment = false, SampleRows = 0 };
        var limits = Limits(clock.In(clock.Left - LeastReserved), CancellationToken.None);
        if (stop.IsCancellationRequested || clock.Left < LeastReserved || Distillation.Fit(recipe, taught.Answers, places: null, limits) is not { Form: { } form } fit)
        {
            return Unrefitted(choice, stop.IsCancellationRequested ? "the run was stopped" : "the budget left no time");
        }

        return _limits.IsCost && !_limits.Admit(_meter.Of(form))
            ? Unrefitted(choice, "fitted on all rows it would be over the limits")
            : new(form, fit.Recipe, rows.Table.RowCount, Meant(recipe, "all rows"));
    }

    private static string Meant(Recipe recipe, string which) => recipe.Teaching is null
        ? $"One small model, fitted once on {which}."
        : $"One small model, fitted once on {which} as the best model answers them.";

    /// <summary>The chosen model where it has seen all rows already; null where it has not.</summary>
    private Shipped? AsItIs(Choice choice, bool isSealed)
    {
        var isWhole = choice.Outcome.Rule.IsWhole;
        var hasSeenAll = !isSealed && choice.Rows.Table.RowCount == rows.Table.RowCount && (isWhole || choice.Outcome.Partition.IsBag);
        return !hasSeenAll ? null
            : new(choice.Form, choice.Recipe, rows.Table.RowCount, isWhole ? "Each member fitted once on all rows." : "The mean of the fold models, which together have seen every row.");
    }

    /// <summary>How much longer than the search took a refit of its choice takes; a choice that keeps limits may be fitted once more on the rows of the search.</summary>
    private double RefitFactor(double growth, PartitionPlan partition, int threads)
    {
        var again = growth > 1 ? growth * 1.1 : partition.MayBeBag ? 0 : WholeRefit;
        return again + (_limits.IsAny ? WholeRefit * Math.Min(threads, partition.Folds) / partition.Folds : 0);
    }

    /// <summary>Which columns matter to the validated model on unseen rows, and how the shipped one answers to them.</summary>
    public Insight LookInto(Choice choice, Shipped shipped, int[] sealedRows, CancellationToken stop)
    {
        voice.Say("insight", 0.97, "Finding out which columns matter.");
        var unseen = UnseenParts.Of(choice, rows, sealedRows, _kind, question);
        var limits = new InsightLimits(clock, told.Threads, question.Plan.Seed);
        using var late = limits.CallOff(stop);
        return new InsightSearch(unseen, shipped.Form, limits).Run(late.Token);
    }

    /// <summary>The choice with its learning curve, where a person asked for one.</summary>
    public Choice DrawCurve(Choice choice, CancellationToken stop)
    {
        if (!told.LearningCurve || stop.IsCancellationRequested)
        {
            return choice;
        }

        voice.Say("learning_curve", 0.97, "Fitting on growing parts of the rows.");
        var limits = Limits(clock.In(clock.Left - LeastReserved), CancellationToken.None);
        var (curve, warning) = new LearningCurveStage(_kind, question.Metric, clock, _featureMemory).Draw(choice.Outcome, choice.Rows, limits, question.Plan.Seed);
        return choice with { Curve = curve, Warnings = warning is null ? [] : [warning] };
    }

    /// <summary>What fits of this run may use.</summary>
    public FitLimits Limits(long? deadline, CancellationToken stop) => new(told.Threads, clock.Time, deadline, stop) { SideBySide = SideBySideFits };

    /// <summary>Fits a recipe; null where the clock left less than half of it, by weight.</summary>
    public Shipped? Repeat(Recipe recipe, FitLimits limits)
    {
        if (recipe.Teaching is { } teaching)
        {
            var answers = Distillation.AnswersOf(teaching, PlacesOf(teaching.Teacher), limits);
            var (taught, places) = (Distillation.Fit(recipe, answers, PlacesOf(recipe), limits), PlacesOf(recipe));
            return new(taught.Form!, taught.Recipe, places?.Length ?? rows.Table.RowCount, Meant(recipe, places is null ? "all rows" : $"{places.Length} of {rows.Table.RowCount} rows"));
        }

        var some = RowsOf(recipe);
        var fitter = new RecipeFitter(some, _kind, _featureMemory) { ByFolds = question.Reading.IsByFolds, MostRounds = _limits.IsAny ? 1 : Math.Clamp(EnsembleChoice.MostMembers / recipe.Members.Count, 1, MostRounds) };
        var which = recipe.SampleRows > 0 ? $"{some.Table.RowCount} of {rows.Table.RowCount} rows, drawn at random" : recipe.IsDevelopment ? "the development rows" : "all rows";
        var fit = fitter.Fit(recipe, limits, share => voice.Say("refit", 0.87 + (0.1 * share), $"Fitting the recipe on {which}."));
        var how = !recipe.IsWhole ? "the mean of one model a split" : fit.Rounds > 1 ? $"the mean of {fit.Rounds} fits of each random member on them" : "each member fitted once on them";
        var without = fit.CutShort.Count == 0 ? "" : $" Left out, as the budget ended their fits: {string.Join(", ", fit.CutShort.Select(member => member.Learner.Info.Title).Distinct(StringComparer.Ordinal))}.";
        return fit.Form is null || fit.KeptWeight < LeastKept ? null : new(fit.Form, fit.Recipe, some.Table.RowCount, $"The chosen recipe fitted again on {which}: {how}.{without}") { Known = fit.Known };
    }

    /// <summary>Figures of the shipped model on the rows a person named as test rows; null where there are none.</summary>
    public TestScore? ScoreTest(Table? test, Shipped shipped)
    {
        if (test is null)
        {
            return null;
        }

        var admitted = Admission.Admit(test, rows.Schema, needsTarget: true).Table;
        var all = new LabelledRows(rows.Task, rows.Schema, admitted) { Target = rows.Schema.Target is { } spec ? admitted[spec.Name] : null };
        int[] known = [.. Enumerable.Range(0, admitted.RowCount).Where(row => all.Target?.IsMissing(row) != true)];
        if (known.Length == 0)
        {
            return new(0, []);
        }

        // The form is calibrated already.
        var labelled = all.Take(known);
        var decision = (shipped.Answering ?? new()) with { Calibration = null };
        var judged = _reading.Judge(labelled, RawAnswers.Of(shipped.Form, labelled.Table, decision, told.Threads), decision);
        var figures = Figures.All(_reading.Pair(labelled, judged), question.Task, question.Metric, "shipped", "test", labelled.Groups);
        return new(known.Length, [.. figures]) { Intervals = _reading.Describe(labelled, judged, new(decision, judged), "test").Intervals };
    }

    private UnseenAnswers Unseen(LabelledRows those, JudgedRows judged, LearnedAnswering learned, string data)
    {
        var figures = Figures.All(_reading.Pair(those, judged), question.Task, question.Metric, "validated", data, those.Groups);
        return new(those.AnswersOnly, judged.Predictions, data, [.. figures])
        {
            Decided = judged.Decided,
            Answering = _reading.Describe(those, judged, learned, data),
            Warnings = [.. learned.Warnings, .. ReferenceEquals(judged, learned.Nested) && !told.HasTest && learned.Unmeasured is { } said ? [said] : Array.Empty<string>()],
        };
    }

    private static Shipped Unrefitted(Choice choice, string why)
    {
        var meaning = $"The validated model itself, not fitted again on all rows: {why}.";
        return new(choice.Form, choice.Recipe, choice.Rows.Table.RowCount, meaning);
    }

    private LabelledRows RowsOf(Recipe recipe) => PlacesOf(recipe) is { } places ? rows.Take(places) : rows;

    /// <summary>The rows that a recipe is fitted on; null for all.</summary>
    private int[]? PlacesOf(Recipe recipe)
    {
        if (!recipe.IsDevelopment && recipe.SampleRows == 0)
        {
            return null;
        }

        var development = recipe.IsDevelopment ? SealedHoldout.Part(rows, question.Plan.Seed, _scheme).Development : [.. Enumerable.Range(0, rows.Table.RowCount)];
        return recipe.SampleRows > 0 ? SampleOf(development, Math.Min(recipe.SampleRows, development.Length)) : development;
    }

    private IForm Blend(SearchOutcome outcome) => question.Reading.IsByFolds
        ? Blender.BlendFolds(_kind, [.. outcome.Members.Select(member => (member.Trial.Fits!.Folds, member.Weight))])
        : Blender.Blend(_kind, outcome.Members.SelectMany(member => member.Trial.Fits!.Folds.Select(fold => (fold, member.Weight / member.Trial.Fits.Folds.Count))));
}
