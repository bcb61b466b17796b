using BenchmarkDotNet.Attributes;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.LightGbm.Boosting;
using Modelwright.LightGbm.Interop;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Benchmarks;

/// <summary>Scores rows by 200 rounds of 31 leaves: our form against LightGBM's own batch call, on one thread each.</summary>
[MemoryDiagnoser]
public class TreeScoring : IDisposable
{
    private const int Columns = 30;
    private const int Rounds = 200;
    private double[] _rowMajor = [];
    private double[] _scores = [];
    private Table _table = new([]);
    private DatasetHandle? _dataset;
    private BoosterHandle? _booster;
    private NumberTreesForm? _form;

    /// <summary>Rows a call.</summary>
    [Params(1, 10_000)]
    public int Rows { get; set; }

    /// <summary>Trains once and makes the rows.</summary>
    [GlobalSetup]
    public void Train()
    {
        const int TrainingRows = 50_000;
        var training = Random(TrainingRows, 1, out var target);
        FormInput[] inputs = [.. training.Names.Select(name => new FormInput(name, ColumnType.Number, []))];
        var bins = NativeSettings.ForBins(255, [], 1);
        QuietLog.Install();
        _dataset = BinnedRows.Train(new(inputs, training, null), bins, new());
        _dataset.Set("label", target);
        _booster = BoosterHandle.Create(_dataset, NativeSettings.ForBooster(ParameterValues.Default, BoostingLoss.Squared, 1, TrainingRows, bins, 1));
        for (var round = 0; round < Rounds; round++)
        {
            _booster.Update();
        }

        _form = new(new TreeEnsemble(inputs, TreeHarvest.Take(_booster, Rounds, 1, 1)));
        _table = Random(Rows, 2, out _);
        _rowMajor = new double[Rows * Columns];
        new FeatureReader(inputs, _table, null).ReadRows(0, _rowMajor);
        _scores = new double[Rows];
    }

    /// <summary>LightGBM's own batch call on rows that are ready in its layout.</summary>
    [Benchmark(Baseline = true)]
    public void Native() => _booster!.PredictScores(_rowMajor, Rows, _scores, "num_threads=1");

    /// <summary>Our form on a table, columns found by name and gathered.</summary>
    [Benchmark]
    public void Form() => _form!.Predict(_table, _scores);

    /// <inheritdoc/>
    [GlobalCleanup]
    public void Dispose()
    {
        _booster?.Dispose();
        _dataset?.Dispose();
        GC.SuppressFinalize(this);
    }

    private static Table Random(int rows, int seed, out float[] target)
    {
        var random = new Random(seed);
        var values = new double[Columns][];
        target = new float[rows];
        for (var column = 0; column < Columns; column++)
        {
            values[column] = new double[rows];
            for (var row = 0; row < rows; row++)
            {
                values[column][row] = random.NextDouble();
                target[row] += (float)(values[column][row] * values[column][row] * (column % 5));
            }
        }

        return new([.. values.Select((numbers, column) => new NumberColumn($"column {column}", numbers))]);
    }
}
