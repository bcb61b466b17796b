using System.Collections.Concurrent;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Runtime.Packaging;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Exporting;

/// <summary>A small package of each learner, trained once.</summary>
internal static class ExportedPackages
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Package>>> Packages = new(StringComparer.Ordinal);

    /// <summary>Rows with missing values, and levels that training had not.</summary>
    internal static Table OddRows(bool classes)
    {
        var rows = classes ? SmallTables.Classes(300, seed: 9) : Numbers(300, seed: 9);
        return rows.With(new TextColumn("plan", [.. Enumerable.Range(0, 300).Select(row => row % 11 == 0 ? null : row % 13 == 0 ? "O'Neill \"new\" \\ é" : row % 3 == 0 ? "pro" : "basic")]));
    }

    /// <summary>The package of a learner over classes or numbers.</summary>
    internal static Task<Package> Of(string learner, bool classes, string? steps = null) =>
        Packages.GetOrAdd($"{learner} {classes} {steps}", _ => new(() => TrainAsync(learner, classes, steps))).Value;

    private static async Task<Package> TrainAsync(string learner, bool classes, string? steps)
    {
        var training = new Training(classes ? SmallTables.Classes(240) : Numbers(240, seed: 1), classes ? "churned" : "answer")
        {
            Learners = new LearnerCatalog().AddBuiltIn(),
            Only = [learner],
            Trials = 1,
            Folds = 3,
            Threads = 2,
            Steps = steps,
        };
        return (await training.RunAsync(stop: TestContext.Current.CancellationToken)).Package;
    }

    private static Table Numbers(int rows, int seed)
    {
        var table = SmallTables.Classes(rows, seed);
        var (age, income) = ((NumberColumn)table["age"], (NumberColumn)table["income"]);
        double[] answer = [.. Enumerable.Range(0, rows).Select(row => (3 * age.Values.At(row)) + (double.IsNaN(income.Values.At(row)) ? 20 : income.Values.At(row)) + (row % 5))];
        return table.Select(["age", "income", "plan"]).With(new NumberColumn("answer", answer));
    }
}
