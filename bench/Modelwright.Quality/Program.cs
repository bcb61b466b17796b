using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Quality;
using Modelwright.Quality.Ablation;
using Modelwright.Quality.Attacking;
using Modelwright.Quality.Comparison;
using Modelwright.Quality.Exporting;
using Modelwright.Quality.Honesty;
using Modelwright.Quality.Monitoring;
using Modelwright.Quality.Order;
using Modelwright.Quality.Peers;
using Modelwright.Quality.Runs;
using Modelwright.Quality.Scoring;
using Modelwright.Quality.Streaming;
using Modelwright.Quality.Stressing;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

const string Help = """
    Measures accuracy and cost on real data, set by set, against what others scored on the same rows.

    run      train and score every set through the command line, as a person would
               --data FOLDER [--out results] [--budget 60s] [--repeats 0,1,2] [--sets a,b] [--seed 0] [--fresh] [--cli Modelwright.Cli.dll] [--intervals-by cv_plus] [--keep FOLDER]
    costs    measure again how fast the packages predict that a run kept
               --data FOLDER --keep FOLDER [--out results] [--budget 60s] [--repeats 0] [--sets a,b]
    stress   put the packages that a run kept to the test, each on its own test rows
               --data FOLDER --keep FOLDER [--out results] [--budget 60s] [--repeats 0] [--sets a,b] [--fresh] [--docs docs/stress-measured.md]
    exports  write the packages that a run kept in every format, each proven on its own test rows
               --data FOLDER --keep FOLDER [--out results] [--budget 60s] [--repeats 0] [--sets a,b] [--fresh] [--docs docs/exporting-measured.md]
    scoring  score trees of every set beside a plain walk, bit by bit, and time some sets beside LightGBM and ONNX Runtime
               --data FOLDER [--out results] [--sets a,b] [--timed adult,covertype_20k] [--fresh] [--docs docs/scoring-measured.md]
    attacks  attack trees on the test rows of sets with classes: the greedy search beside the truth, what is certified, and the seconds
               --data FOLDER --sets a,b [--out results] [--fresh] [--docs docs/attacks-measured.md]
    monitor  judge honest and shifted windows of the test rows with the packages that a run kept; --most is the number of honest windows of each size
               --data FOLDER --keep FOLDER [--out results] [--budget 60s] [--repeats 0] [--sets a,b] [--most 1000] [--fresh] [--docs docs/monitoring-measured.md]
    stream   let the retraining loop run over the electricity-price stream, from the first window to the last
               --data FOLDER [--seed 0] [--docs docs/retraining-measured.md]
    peers    default LightGBM and random forest, trained here, for sets without recorded figures
               --data FOLDER [--out results] [--peers FOLDER] [--repeats 0,1,2] [--sets a,b] [--fresh]
    compare  ours against each peer: wins, mean rank, median relative gain
               --peers FOLDER [--out results] [--budget 60s] [--peer-budget 60s] [--peer-seconds 40]
    report   write the figures as a page; --short adds our results of a smaller budget where the strongest peer used most of its own
               --peers FOLDER [--out results] [--budget 60s] [--short 20s] --docs docs/benchmarks.md
    honesty  write what runs reported beside what their models scored on test rows
               [--out results] [--budget 60s] --docs docs/honesty.md
    trials   try settings of learners on some training rows of every set, and keep what they answered out of fold
               --data FOLDER [--out results] [--sets a,b] [--learners lightgbm] [--most 40] [--rows 2000] [--settings FILE]
    strength what each learner's first setting wins of what the best one wins over the baseline, and what it takes of the seconds it declares
               --data FOLDER [--out results] [--sets a,b] [--learners all] [--rows 2000]
    order    look for the order of those settings that is best over sets, judged on sets that had no part in it
               --data FOLDER [--out results] [--sets a,b] [--learners lightgbm] [--rows 2000]
    ablate   each way to make features against the standard one, out of fold inside the training rows
               --data FOLDER [--out results] [--repeats 0] [--sets a,b] [--variants a,b] [--learners lightgbm] [--rows 2000] [--fresh]

    FOLDER of --data holds index.json, the files it names and splits/; that of --peers one JSON file a set and system.
    Every result is one JSON file in the folder of --out. A set that has one is not run again without --fresh.
    """;

if (args.Length == 0 || args[0] is "help" or "--help")
{
    Console.WriteLine(Help);
    return args.Length == 0 ? 2 : 0;
}

try
{
    var options = Options.Parse(args.AsSpan(1));
    return args[0] switch
    {
        "run" => RunCommand.Run(options),
        "costs" => CostsCommand.Run(options),
        "stress" => StressCommand.Run(options),
        "exports" => ExportsCommand.Run(options),
        "scoring" => await ScoringCommand.RunAsync(options).ConfigureAwait(false),
        "attacks" => await AttacksCommand.RunAsync(options).ConfigureAwait(false),
        "monitor" => await MonitorCommand.RunAsync(options).ConfigureAwait(false),
        "stream" => await StreamCommand.RunAsync(options).ConfigureAwait(false),
        "peers" => PeersCommand.Run(options),
        "compare" => CompareCommand.Run(options),
        "report" => ReportCommand.Run(options),
        "honesty" => HonestyCommand.Run(options),
        "trials" => TrialsCommand.Run(options),
        "order" => OrderCommand.Run(options),
        "strength" => StrengthCommand.Run(options),
        "ablate" => await AblateCommand.RunAsync(options).ConfigureAwait(false),
        _ => throw new OptionsException($"Command '{args[0]}' is not known. There are: run, costs, stress, exports, scoring, monitor, stream, peers, compare, report, honesty, trials, order, strength, ablate."),
    };
}
catch (ModelwrightException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
