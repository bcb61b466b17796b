using System.Globalization;
using System.Runtime.InteropServices;
using Modelwright.Core.Errors;

namespace Modelwright.Quality.Comparison;

/// <summary>Writes the figures as a page.</summary>
internal static class ReportCommand
{
    /// <summary>Writes the page whole.</summary>
    /// <param name="options">The call.</param>
    /// <returns>0.</returns>
    /// <exception cref="OptionsException">There is no result to write of.</exception>
    public static int Run(Options options)
    {
        var figures = SetFigures.Read(options);
        if (figures.Count == 0)
        {
            throw new OptionsException($"'{options.Out}' holds no result with a budget of {options.Budget}. Make some with the command 'run'.");
        }

        File.WriteAllText(options.Docs, Page(options, figures));
        Console.WriteLine($"{figures.Count} sets written to {options.Docs}");
        return 0;
    }

    private static string Page(Options options, IReadOnlyList<SetFigures> figures)
    {
        var repeats = Directory.EnumerateFiles(options.Out, $"*.modelwright.{options.Budget}*.json").Count();
        return string.Create(CultureInfo.InvariantCulture, $"""
            # Benchmarks

            Written by `bench/Modelwright.Quality` (`report`); not by hand. {repeats} runs over {figures.Count} public tables, each a `modelwright train` with
            `--budget {options.Budget}` and then a `modelwright predict` of the test rows, both as processes of their own. Scores are computed from the predictions file.
            Binary tasks are scored by ROC AUC (higher is better), others by log loss or RMSE (lower is better); one third of the rows tests, the same rows for all.
            Measured with {Environment.ProcessorCount} threads on {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}.

            Peers: `lgbm` and `rf` are LightGBM and random forest at their defaults on ordinal-encoded, imputed columns; `hgb` is scikit-learn's histogram
            boosting; `mlnet_automl` (cross-validating), `mlnet_automl_split` (training and validation part), `flaml`, `autogluon` (1.6.1, default preset, here without CatBoost and fastai) and
            `autogluon_best` (its best-quality preset) are those AutoML systems with the same budget. Figures recorded elsewhere are taken as they are; `lgbm` and `rf` of sets
            without them ({MeasuredBeside(options)}) were trained here with our own learners at those defaults.

            ## Against others
            A relative gain is the share by which our error (1 - ROC AUC, log loss, RMSE) is smaller than the other's. Its interval is over sets, by bootstrap.

            {Tables.Summaries(figures)}
            {Shorter(options)}
            ## Scores
            {Tables.Scores(figures)}
            {Tables.Agreement(figures)}

            {Tables.Repeats(figures)}

            ## Costs
            Training time and memory are those of the whole process, start and reading of the file included. Rows a second are those of all test rows at once in a program that holds the package and the
            rows; one row is a prediction of one row by name in such a program, the median of many. Beside them what AutoGluon wrote down of itself on the same rows.
            {CostTable.Of(figures, options.Budget)}
            """).TrimEnd() + "\n";
    }

    // The sets on which the strongest peer used most of its budget: there a smaller one of ours has to stand against all of theirs.
    private static string Shorter(Options options)
    {
        const double MostUsed = 40;
        if (options.Short is not { } budget || SetFigures.Read(options.For(budget, MostUsed)) is not { Count: > 0 } figures)
        {
            return "";
        }

        return string.Create(CultureInfo.InvariantCulture, $"""
            ## With a budget of {budget} against {options.PeerBudget}
            The {figures.Count} sets on which AutoGluon trained for more than {MostUsed} s; ours had `--budget {budget}`, all others had {options.PeerBudget}.

            {Tables.Summaries(figures)}
            {Tables.Scores(figures)}
            {CostTable.Bounds(figures, budget)}

            """);
    }

    private static string MeasuredBeside(Options options)
    {
        string[] sets =
        [
            .. Directory.EnumerateFiles(options.Out, $"*.lgbm.{options.Budget}*.json").Select(path => Path.GetFileName(path).Split('.')[0])
                .Distinct().Order(StringComparer.Ordinal),
        ];
        return sets.Length == 0 ? "none" : string.Join(", ", sets);
    }
}
