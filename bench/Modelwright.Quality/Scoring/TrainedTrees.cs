using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.LightGbm.Boosting;
using Modelwright.LightGbm.Interop;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Quality.Scoring;

/// <summary>The same trees twice: in LightGBM's own booster, and as a form of ours.</summary>
internal sealed class TrainedTrees : IDisposable
{
    private const int MostBins = 255;

    private readonly DatasetHandle _dataset;
    private readonly FeatureReader _testReader;

    /// <summary>Boosts as many trees as are asked, or a few more where there are several a round.</summary>
    /// <param name="rows">The rows of a set.</param>
    /// <param name="trees">Trees in all.</param>
    /// <param name="threads">Threads to train with.</param>
    internal TrainedTrees(SetRows rows, int trees, int threads)
    {
        Inputs = [.. rows.Training.Columns.Select(column => new FormInput(column.Name, column.Type, (column as CategoryColumn)?.Levels ?? []))];
        Test = rows.Test;
        _testReader = new(Inputs, rows.Test, null);
        var reader = new FeatureReader(Inputs, rows.Training, null);
        var bins = NativeSettings.ForBins(MostBins, reader.Categories, threads);
        var (loss, outputs) = rows.Classes switch { 0 => (BoostingLoss.Squared, 1), 2 => (BoostingLoss.TwoClasses, 1), _ => (BoostingLoss.ManyClasses, rows.Classes) };
        QuietLog.Install();
        _dataset = BinnedRows.Train(reader, bins, new());
        _dataset.Set("label", rows.Labels);
        Booster = BoosterHandle.Create(_dataset, NativeSettings.ForBooster(ParameterValues.Default, loss, outputs, reader.RowCount, bins, 1));
        for (var rounds = (trees + outputs - 1) / outputs; rounds > 0 && Booster.Update(); rounds--)
        {
        }

        Ensemble = new(Inputs, TreeHarvest.Take(Booster, Booster.TreeCount / outputs, outputs, 1)) { Outputs = outputs };
    }

    /// <summary>What LightGBM asks.</summary>
    internal BoosterHandle Booster { get; }

    /// <summary>The columns: numbers and categories as the source has them.</summary>
    internal FormInput[] Inputs { get; }

    /// <summary>The test rows.</summary>
    internal Table Test { get; }

    /// <summary>The trees.</summary>
    internal TreeEnsemble Ensemble { get; }

    /// <summary>Scores a row.</summary>
    internal int Outputs => Ensemble.Outputs;

    /// <summary>The trees as a form that answers numbers, or probabilities of classes.</summary>
    /// <param name="classes">Number of classes; 0 where a number is asked.</param>
    internal IForm Form(int classes) => classes == 0
        ? new NumberTreesForm(Ensemble)
        : new ClassTreesForm(Ensemble, [.. Enumerable.Range(0, classes).Select(place => $"class {place}")], classes == 2 ? ProbabilityLink.Logistic : ProbabilityLink.Softmax);

    /// <summary>Some test rows in LightGBM's layout, the first again after the last.</summary>
    /// <param name="count">How many.</param>
    internal double[] NativeRows(int count)
    {
        var (width, own) = (Inputs.Length, Math.Min(count, Test.RowCount));
        var rows = new double[count * width];
        _testReader.ReadRows(0, rows.AsSpan(0, own * width));
        for (var row = own; row < count; row++)
        {
            rows.AsSpan((row - own) * width, width).CopyTo(rows.AsSpan(row * width));
        }

        return rows;
    }

    /// <summary>The same rows as our forms take them: LightGBM has a missing category as a missing number, we as -1.</summary>
    /// <param name="count">How many.</param>
    internal double[] Values(int count)
    {
        var rows = NativeRows(count);
        for (var place = 0; place < rows.Length; place++)
        {
            rows[place] = Inputs[place % Inputs.Length].Type == ColumnType.Category && double.IsNaN(rows[place]) ? CategoryColumn.Missing : rows[place];
        }

        return rows;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Booster.Dispose();
        _dataset.Dispose();
    }
}
