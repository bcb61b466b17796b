using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.LightGbm.Boosting;
using Modelwright.LightGbm.Interop;
using Modelwright.LightGbm.Tests.Data;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.LightGbm.Tests.Boosting;

/// <summary>The form answers what the native library answers for the same trees.</summary>
public sealed class NativeAgreementTests
{
    // The two add the same leaves in another order and by other exponentials; a wrong branch would show in the first digits.
    private const double Tolerance = 1e-12;

    private const double ContributionTolerance = 1e-9;

    [Theory]
    [InlineData("regression", BoostingLoss.Squared, 1, "no")]
    [InlineData("regression", BoostingLoss.Absolute, 1, "no")]
    [InlineData("regression", BoostingLoss.Squared, 1, "yes")]
    [InlineData("binary", BoostingLoss.TwoClasses, 1, "no")]
    [InlineData("multiclass", BoostingLoss.ManyClasses, 4, "no")]
    [InlineData("multiclass", BoostingLoss.ManyClasses, 4, "yes")]
    internal void Score_SameTrees_SameScores(string task, BoostingLoss loss, int outputs, string extraTrees)
    {
        Native.Need();
        var data = Of(task, 3_000, 1);
        var values = ParameterValues.Default.With("extra_trees", extraTrees).With("min_samples_category", 5).With("category_smoothing", 1);
        FormInput[] inputs = [.. data.Features.Columns.Select(column => new FormInput(column.Name, column.Type, (column as CategoryColumn)?.Levels ?? []))];
        var reader = new FeatureReader(inputs, data.Features, null);
        var bins = NativeSettings.ForBins(255, reader.Categories, 1);
        using var dataset = BinnedRows.Train(reader, bins, new());
        var target = BoostingTarget.Of(data.Target!, null, null);
        dataset.Set("label", Array.ConvertAll(target.Labels(data.Target!, null, data.Classes), label => (float)label));
        using var booster = BoosterHandle.Create(dataset, NativeSettings.ForBooster(values, loss, outputs, reader.RowCount, bins, 5));
        for (var round = 0; round < 60; round++)
        {
            Assert.True(booster.Update());
        }

        Contributions(booster, inputs, outputs, Hostile(Of(task, 150, 3).Features));
        var fresh = Hostile(Of(task, 2_000, 2).Features);
        var theirs = new double[fresh.RowCount * outputs];
        booster.PredictScores(Rows(inputs, fresh), fresh.RowCount, theirs, "num_threads=1");

        var trees = TreeHarvest.Take(booster, 60, outputs, 1);
        Assert.Equal(60 * outputs, trees.Count);
        Assert.Contains(trees, tree => tree.CategoryStart.Any(start => start >= 0));
        Assert.Contains(trees, tree => tree.MissingLeft.Contains(true));
        Assert.Contains(trees, tree => tree.MissingLeft.Contains(false));
        for (var output = 0; output < outputs; output++)
        {
            var ours = new double[fresh.RowCount];
            Tree[] own = [.. trees.Where((_, tree) => tree % outputs == output)];
            new NumberTreesForm(new TreeEnsemble(inputs, own)).Predict(fresh, ours);
            for (var row = 0; row < ours.Length; row++)
            {
                var expected = theirs[(row * outputs) + output];
                Assert.True(Math.Abs(expected - ours[row]) <= Tolerance * Math.Max(1, Math.Abs(expected)), $"row {row}: expected {expected:R}, got {ours[row]:R}");
            }
        }
    }

    /// <summary>Ours equal the native library's own, base included.</summary>
    private static void Contributions(BoosterHandle booster, FormInput[] inputs, int outputs, Table rows)
    {
        var width = inputs.Length + 1;
        var theirs = new double[rows.RowCount * outputs * width];
        booster.PredictContributions(Rows(inputs, rows), rows.RowCount, theirs, "num_threads=1");
        var classes = Enumerable.Range(0, Math.Max(2, outputs)).Select(place => $"class {place}").ToArray();
        var form = new ClassTreesForm(new(inputs, TreeHarvest.Take(booster, 60, outputs, 1)) { Outputs = outputs }, classes, outputs == 1 ? ProbabilityLink.Logistic : ProbabilityLink.Softmax);
        var ours = new double[rows.RowCount * outputs * inputs.Length];
        form.Explain(rows, ContributionScale.Score, ours);
        for (var place = 0; place < theirs.Length; place++)
        {
            var (output, input) = (place / width, place % width);
            var found = input == inputs.Length ? form.Base(ContributionScale.Score)[output % outputs] : ours[(output * inputs.Length) + input];
            Assert.True(Math.Abs(theirs[place] - found) <= ContributionTolerance * Math.Max(1, Math.Abs(theirs[place])), $"place {place}: expected {theirs[place]:R}, got {found:R}");
        }
    }

    private static TrainingSet Of(string task, int rows, int seed) => task switch
    {
        "binary" => Toys.Binary(rows, seed),
        "multiclass" => Toys.Multiclass(rows, seed),
        _ => Toys.Regression(rows, seed),
    };

    /// <summary>Puts missing, infinite, tiny and zero values where training had none, and levels that it never saw.</summary>
    private static Table Hostile(Table table)
    {
        double[] strange = [double.NaN, 1e299, -1e299, 0.0, -0.0, 1e-300, -1e-36, 2e-35];
        var a = new double[table.RowCount];
        ((NumberColumn)table["a"]).Values.CopyTo(a);
        for (var row = 0; row < a.Length; row += 3)
        {
            a[row] = strange[row / 3 % strange.Length];
        }

        var few = new int[table.RowCount];
        ((CategoryColumn)table["few"]).Codes.CopyTo(few);
        for (var row = 0; row < few.Length; row += 7)
        {
            few[row] = 3;
        }

        return table.With(new NumberColumn("a", a)).With(new CategoryColumn("few", ["x", "y", "z", "new"], few));
    }

    private static double[] Rows(FormInput[] inputs, Table table)
    {
        var rows = new double[table.RowCount * inputs.Length];
        new FeatureReader(inputs, table, null).ReadRows(0, rows);
        return rows;
    }
}
