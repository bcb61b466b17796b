using System.CommandLine;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Core.Errors;
using Modelwright.Features;
using Modelwright.Findings;
using Modelwright.Measures;
using Modelwright.Recording;
using Modelwright.Sources;

namespace Modelwright.Cli.Verbs;

/// <summary>The options of 'train' that limit and steer the search.</summary>
internal sealed class TrainOptions
{
    private const int MostFolds = 50;
    private const int MostSegments = 500;

    private readonly Option<string?> _budget = Entry.Text("--budget", "TIME", "The most time the whole run may take, such as 90s, 5m or 1h. Default: 60s.");
    private readonly Option<string?> _trials = Entry.Text("--trials", "N", "How many settings to try; without --budget there is no limit of time.");
    private readonly Option<string?> _seed = Entry.Text("--seed", "N", "The only origin of chance. Default: 0.");
    private readonly Option<string?> _metric = Entry.Text("--metric", "NAME", "What is to be best. Default: roc_auc for two classes, log_loss for more, rmse for numbers.");
    private readonly Option<string?> _positive = Entry.Text("--positive", "CLASS", "For two classes: the one that counts as positive. Default: the second by name. For labels of anomalies: the value that marks one. Default: the word tells, such as true, yes or fault.");
    private readonly Option<string[]> _classWeights = Entry.Texts("--class-weights", "CLASS=N,…", "How much classes count in a fit; 'balanced' makes all count the same in sum. Figures are not touched by it.");
    private readonly Option<string[]> _learners = Entry.Texts("--learners", "NAME,…", "The learners to choose from. Default: all.");
    private readonly Option<string?> _steps = Entry.Text("--steps", "STEP[:COLUMN],…", "Feature steps to take before those that are chosen, such as clip:income,arithmetic:income/debt; 'plain' for only what a learner must have. How to write them: docs/features.md.");
    private readonly Option<string?> _features = Entry.Text("--features", "CHOICE", "Which columns are used: all, selected (those that tell more than noise) or fewest (the smallest set as good as the best within one standard error). What is left out is not asked for at prediction. Default: all.");
    private readonly Option<bool> _storeRows = Entry.Flag("--store-rows", "Lets models that hold training rows (nearest neighbours) into the package; whoever gets it can read those rows.");
    private readonly Option<bool> _interpretable = Entry.Flag("--interpretable", "Only models that can be read in full: one tree, rules, a sum. One model is shipped, not a blend.");
    private readonly Option<bool> _distill = Entry.Flag("--distill", "Ships one small model that learned from what the best one answers; with --interpretable one that can be read, with --max-size and --max-latency one that keeps them. Default size: a tenth of the best one, 20 KB to 1 MB.");
    private readonly Option<string?> _maxLatency = Entry.Text("--max-latency", "TIME", "The longest that the answer to one row may take on this machine, such as 50us or 2ms.");
    private readonly Option<string?> _maxSize = Entry.Text("--max-size", "SIZE", "The most that the model may take in the package, such as 100KB or 1MB.");
    private readonly Option<string?> _segments = Entry.Text("--segments", "N", "For --task clustering: how many segments. Default: as many as the data holds.");
    private readonly Option<string?> _contamination = Entry.Text("--contamination", "SHARE", "For --task anomalies: the share of rows that are, such as 0.02. Default: estimated.");
    private readonly Option<string?> _truth = Entry.Text("--truth", "COLUMN", "For tasks without a target: a column that says the truth. Training does not see it; the answers are compared with it.");
    private readonly Option<string?> _folds = Entry.Text("--folds", "N", "Number of folds. Default: by the size of the data.");
    private readonly Option<string?> _testRows = Entry.Text("--test-rows", "FILE", "A JSON list of row numbers, counted from 0, kept out of training and scored at the end.");
    private readonly Option<string?> _test = Entry.Text("--test", "FILE", "Other labelled rows, scored at the end; whatever FILE may be.");
    private readonly Option<string?> _leaks = Entry.Text("--leaks", "CHOICE", "What is done with columns that know the target: drop, keep, or ask. Default: ask at a terminal; elsewhere only exact copies of the target are left out.");
    private readonly Option<string?> _plan = Entry.Text("--plan", "FILE", "Follows the plan.json of another run; a finished plan is repeated as it is.");

    /// <summary>Adds them to the verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in new Option[] { _budget, _trials, _seed, _metric, _positive, _classWeights, _learners, _steps, _features, _storeRows, _interpretable, _distill, _maxLatency, _maxSize, _segments, _contamination, _truth, _folds, _testRows, _test, _leaks, _plan })
        {
            verb.Options.Add(option);
        }
    }

    /// <summary>The file with other labelled rows; null without one.</summary>
    /// <param name="call">The call.</param>
    /// <param name="file">The rows to learn from, as typed.</param>
    /// <param name="reader">Notes what is wrong.</param>
    public string? TestFile(ParseResult call, string file, CallReader reader) => reader.Read(() => call.GetValue(_test) switch
    {
        null => null,
        _ when call.GetValue(_testRows) is not null => throw new OptionsException("--test and --test-rows both name rows to score at the end. Use one of them."),
        InputFile.Standard when file == InputFile.Standard => throw new OptionsException("--test and FILE both ask for standard input. Name a file for one of them."),
        InputFile.Standard => InputFile.Standard,
        var path when SourceAddress.MayBeRead(path) => path,
        var path => throw new OptionsException($"--test: the file '{path}' was not found. Check the path."),
    });

    /// <summary>The training with what these options say.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reader">Notes what is wrong.</param>
    /// <param name="training">What was told elsewhere.</param>
    public Training Apply(ParseResult call, CallReader reader, Training training)
    {
        var told = Read(call, reader, training);
        if (told.Plan is { } plan)
        {
            reader.Read(() => BesidePlan.Check(call, plan));
        }

        foreach (var name in told.Only)
        {
            reader.Read(() => training.Learners.Get(name));
        }

        return told;
    }

    private Training Read(ParseResult call, CallReader reader, Training training) => training with
    {
        Budget = reader.Read(call.GetValue(_budget), text => Durations.Parse(text, "--budget")),
        Trials = reader.Read(call.GetValue(_trials), text => Whole.Parse(text, "--trials", minimum: 1)),
        Seed = reader.Read(call.GetValue(_seed), text => Whole.Parse(text, "--seed", minimum: 0)) ?? 0,
        Steps = reader.Read(() => call.GetValue(_steps) is { } steps ? NamedSteps.Parse(steps).Text : null),
        Features = reader.Read(call.GetValue(_features), word => Words<FeatureChoice>.Parse(word, "--features", _ => true)) ?? FeatureChoice.All,
        Segments = reader.Read(call.GetValue(_segments), text => Whole.Parse(text, "--segments", minimum: 2, MostSegments)),
        Contamination = reader.Read(call.GetValue(_contamination), text => Share.Parse(text, "--contamination", 0.00001, 0.5)),
        Truth = call.GetValue(_truth),
        Folds = reader.Read(call.GetValue(_folds), text => Whole.Parse(text, "--folds", minimum: 2, MostFolds)),
        Metric = reader.Read(() => call.GetValue(_metric) is { } metric ? BuiltInMetrics.Get(metric).Info.Name : null),
        Positive = call.GetValue(_positive),
        ClassWeights = reader.Read(() => ClassWeightList.Parse(call.GetValue(_classWeights) ?? [])) ?? new Dictionary<string, double>(),
        Only = reader.Read(() => NameList.Parse(call.GetValue(_learners) ?? [], "--learners")) ?? [],
        StoreRows = call.GetValue(_storeRows),
        Interpretable = call.GetValue(_interpretable),
        Distill = call.GetValue(_distill),
        MaximumLatency = reader.Read(call.GetValue(_maxLatency), text => Latencies.Parse(text, "--max-latency")),
        MaximumSize = reader.Read(call.GetValue(_maxSize), text => Sizes.ParseFile(text, "--max-size")),
        TestRows = call.GetValue(_testRows) is { } path ? reader.Read(() => TestRowList.Read(path)) ?? [] : [],
        Leaks = reader.Read(call.GetValue(_leaks), word => Words<LeakChoice>.Parse(word, "--leaks", _ => true)) ?? LeakChoice.Ask,
        Plan = call.GetValue(_plan) is { } plan ? reader.Read(() => ReadPlan(plan)) : null,
    };

    private static TrainingPlan ReadPlan(string path) => File.Exists(path)
        ? Documents.ReadPlan(File.ReadAllText(path), path)
        : throw new OptionsException($"--plan: the file '{path}' was not found. Check the path.");
}
