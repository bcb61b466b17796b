using BenchmarkDotNet.Attributes;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Network;

namespace Modelwright.Benchmarks;

/// <summary>A table network of 16 numbers: one pass over 10,000 rows, and answers to 1,000 rows at once and one by one.</summary>
[MemoryDiagnoser]
public class TableNetworks
{
    private const int Columns = 16;
    private const int Answers = 1_000;
    private readonly double[] _answers = new double[Answers];
    private readonly double[] _answer = new double[1];
    private readonly NetworkLearner _learner = new();
    private TrainingSet? _data;
    private ParameterValues _values = ParameterValues.Default;
    private IPredictsNumbers? _form;
    private Table _rows = new([]);
    private Table[] _single = [];

    /// <summary>Units of each of three hidden layers.</summary>
    [Params(64, 256)]
    public int Width { get; set; }

    /// <summary>Makes the rows, and a form.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var features = Random(10_000, 1);
        double[] target = [.. Enumerable.Range(0, 10_000).Select(row => ((NumberColumn)features.Columns[0]).Values.At(row))];
        _data = new(LearningTask.Regression, features) { Target = new NumberColumn("y", target) };
        _values = ParameterValues.Default.With("width", Width).With("epochs", 1);
        _form = (IPredictsNumbers)_learner.Fit(_data, _values, new FitContext()).Form;
        _rows = Random(Answers, 2);
        _single = [.. Enumerable.Range(0, Answers).Select(row => _rows.Take([row]))];
    }

    /// <summary>Training.</summary>
    /// <returns>What was learned.</returns>
    [Benchmark]
    public Fitted OnePass() => _learner.Fit(_data!, _values, new FitContext());

    /// <summary>Scoring, a block of rows at a time.</summary>
    [Benchmark(Baseline = true)]
    public void AtOnce() => _form!.Predict(_rows, _answers);

    /// <summary>Scoring, a call a row.</summary>
    [Benchmark]
    public void OneByOne()
    {
        foreach (var row in _single)
        {
            _form!.Predict(row, _answer);
        }
    }

    private static Table Random(int rows, int seed)
    {
        var random = new Random(seed);
        return new([.. Enumerable.Range(0, Columns).Select(column => new NumberColumn($"x{column}", [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble())]))]);
    }
}
