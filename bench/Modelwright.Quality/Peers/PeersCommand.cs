using System.Diagnostics;
using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.LightGbm;
using Modelwright.Measures;
using Modelwright.Quality.Runs;
using Modelwright.Quality.Sets;

namespace Modelwright.Quality.Peers;

/// <summary>Trains the two plain peers here for sets that have no recorded figure of them.</summary>
internal static class PeersCommand
{
    /// <summary>Measures what is not there yet.</summary>
    /// <param name="options">The call.</param>
    /// <returns>0.</returns>
    public static int Run(Options options)
    {
        foreach (var set in DataSet.Read(options.Data, options.Sets))
        {
            foreach (var repeat in options.Repeats)
            {
                string[] wanted = [.. ((string[])["lgbm", "rf"]).Where(system => IsWanted(options, set, system, repeat))];
                if (wanted.Length > 0)
                {
                    One(options, set, repeat, wanted);
                }
            }
        }

        return 0;
    }

    private static bool IsWanted(Options options, DataSet set, string system, int repeat)
    {
        var recorded = options.Peers is { } peers && ResultFile.Read(ResultFile.At(peers, set.Name, system, options.Budget, repeat)) is not null;
        return !recorded && (options.Fresh || ResultFile.Read(ResultFile.At(options.Out, set.Name, system, options.Budget, repeat)) is null);
    }

    private static void One(Options options, DataSet set, int repeat, string[] systems)
    {
        var testRows = set.TestRows(repeat);
        var testFile = Path.GetTempFileName();
        var split = SplitSet.Read(set, testRows, testFile);
        File.Delete(testFile);
        var plain = PlainTable.Read(set, testRows);
        foreach (var system in systems)
        {
            var result = ResultFile.Start(system, set, split, options, repeat);
            result["measured"] = "beside";
            var clock = Stopwatch.StartNew();
            var fitted = Fit(system, options, set, split, plain.Training);
            result["fit_s"] = clock.Elapsed.TotalSeconds;
            clock.Restart();
            var answers = Answer(set, fitted.Form, plain.Test, split.Test);
            result["predict_s"] = clock.Elapsed.TotalSeconds;
            result["scores"] = Scores.Of(answers, set);
            ResultFile.Write(ResultFile.At(options.Out, set.Name, system, options.Budget, repeat), result);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set.Name} r{repeat} {system}: {set.Metric} {(double)result["scores"]![set.Metric]!:F5}"));
        }
    }

    private static Fitted Fit(string system, Options options, DataSet set, SplitSet split, Table features)
    {
        Column target = set.Task.AnswersNumbers
            ? new NumberColumn(set.Target, SplitSet.Numbers(split.Training))
            : CategoryColumn.FromTexts(set.Target, [.. split.Training.Select(text => text.Trim())]);
        var learner = system == "lgbm" ? LightGbmLearners.All[0] : new LearnerCatalog().AddBuiltIn().Get("random_forest");
        var context = new FitContext { Seed = options.Seed, Threads = Environment.ProcessorCount };
        return learner.Fit(new(set.Task, features) { Target = target }, Defaults(system, set, features.Columns.Count), context);
    }

    // LightGBM's and scikit-learn's own defaults, in our words.
    private static ParameterValues Defaults(string system, DataSet set, int columns) => system == "lgbm"
        ? ParameterValues.Default.With("rounds", 100).With("learning_rate", 0.1).With("leaves", 31).With("min_samples_leaf", 20)
            .With("feature_share", 1).With("row_share", 1).With("l1", 0).With("l2", 0)
        : ParameterValues.Default.With("trees", 100).With("min_samples_leaf", 1).With("bootstrap", "yes")
            .With("max_features", set.Task.AnswersNumbers ? 1 : Math.Floor(Math.Sqrt(columns)) / columns);

    private static Answers Answer(DataSet set, IForm form, Table rows, string[] truth)
    {
        if (form is IPredictsNumbers numbers)
        {
            var predicted = new double[rows.RowCount];
            numbers.Predict(rows, predicted);
            return new NumberAnswers(SplitSet.Numbers(truth), predicted);
        }

        var classes = (IPredictsClasses)form;
        var width = classes.Classes.Count;
        var probabilities = new double[rows.RowCount * width];
        classes.PredictProbabilities(rows, probabilities);
        return Predictions.Of([.. classes.Classes], (row, place) => probabilities[(row * width) + place], truth);
    }
}
