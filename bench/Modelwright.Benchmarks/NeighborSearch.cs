using BenchmarkDotNet.Attributes;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Neighbors;

namespace Modelwright.Benchmarks;

/// <summary>Answers 1,000 rows by ten neighbours among points of 16 columns: all points looked at, against those that trees point to.</summary>
[MemoryDiagnoser]
public class NeighborSearch
{
    private const int Columns = 16;
    private const int Answers = 1_000;
    private readonly double[] _answers = new double[Answers];
    private Table _rows = new([]);
    private IPredictsNumbers? _exact;
    private IPredictsNumbers? _forest;

    /// <summary>Points that are held.</summary>
    [Params(20_000, 200_000)]
    public int Points { get; set; }

    /// <summary>Fits both once.</summary>
    [GlobalSetup]
    public void Fit()
    {
        var features = Random(Points, 1);
        double[] target = [.. Enumerable.Range(0, Points).Select(row => ((NumberColumn)features.Columns[0]).Values.At(row))];
        var data = new TrainingSet(LearningTask.Regression, features) { Target = new NumberColumn("y", target) };
        IPredictsNumbers Form(string search) => (IPredictsNumbers)new NeighborsLearner().Fit(data, ParameterValues.Default.With("search", search), new FitContext()).Form;
        (_exact, _forest) = (Form("exact"), Form("forest"));
        _rows = Random(Answers, 2);
    }

    /// <summary>Every point is looked at.</summary>
    [Benchmark(Baseline = true)]
    public void Exact() => _exact!.Predict(_rows, _answers);

    /// <summary>Trees point to 2,000 of them.</summary>
    [Benchmark]
    public void Forest() => _forest!.Predict(_rows, _answers);

    private static Table Random(int rows, int seed)
    {
        var random = new Random(seed);
        return new([.. Enumerable.Range(0, Columns).Select(column => new NumberColumn($"x{column}", [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble())]))]);
    }
}
