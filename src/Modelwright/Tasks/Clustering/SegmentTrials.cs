using Modelwright.Measures.Segments;
using Modelwright.Validation;

namespace Modelwright.Tasks.Clustering;

/// <summary>Runs methods on the rows looked at and keeps what they made.</summary>
internal sealed class SegmentTrials
{
    /// <summary>No more parts are drawn once the interval over at least so many is so narrow.</summary>
    private const int FewestParts = 4;
    private const double SureWidth = 0.02;

    private readonly SegmentRequest _request;
    private readonly int[] _rows;
    private readonly List<SegmentTrial> _done = [];
    private readonly HashSet<(int Method, int Number)> _tried = [];

    /// <summary>Draws the rows and finds their neighbours.</summary>
    public SegmentTrials(SegmentRequest request)
    {
        _request = request;
        _rows = RowSample.Draw(request.Points.Rows, Math.Min(request.Points.Rows, request.MostRows), Seeds.Mix(request.Context.Seed, -21));
        Graph = NearGraph.Of(request.Points.Take(_rows), request.Context.Threads, request.Context.Cancellation);
    }

    /// <summary>The rows looked at with their neighbours.</summary>
    public NearGraph Graph { get; }

    /// <summary>What was made so far.</summary>
    public IReadOnlyList<SegmentTrial> Done => _done;

    /// <summary>Whether something was left out because the deadline had come.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether there is no time left for one more.</summary>
    public bool IsLate => IsCut |= _done.Count > 0 && _request.Context.IsLate;

    /// <summary>Whether a method was tried with a number.</summary>
    public bool Has(int method, int number) => _tried.Contains((method, number));

    /// <summary>The numbers that a method was tried with.</summary>
    public int[] Tried(int method) => [.. _tried.Where(one => one.Method == method).Select(one => one.Number)];

    /// <summary>Tries a method with some numbers of segments it was not tried with; one that finds the number itself once.</summary>
    public void Run(int method, IReadOnlyList<int> numbers)
    {
        var own = _request.Methods[method];
        int[] open = own.FindsNumber ? [0] : [.. numbers.Where(number => !Has(method, number))];
        foreach (var some in own.MakesManyAtOnce ? [open] : open.Select(number => (int[])[number]))
        {
            _request.Context.Cancellation.ThrowIfCancellationRequested();
            if (some.Length > 0 && !IsLate)
            {
                Try(method, some);
            }
        }
    }

    /// <summary>Refits on parts of the rows and compares; null where there was no time for two parts.</summary>
    public SegmentStability? StabilityOf(SegmentTrial trial)
    {
        var agreements = new List<double>();
        for (var part = 0; part < _request.Resamples && !(IsLate && agreements.Count != 1); part++)
        {
            _request.Context.Cancellation.ThrowIfCancellationRequested();
            var seed = Seeds.Mix(_request.Context.Seed, 1_000 + part);
            var taken = RowSample.Draw(_rows.Length, Math.Max(2, (int)(_rows.Length * SegmentStability.PartShare)), seed);
            var labels = Fit(trial.Method, [.. taken.Select(place => _rows[place])], trial.Asked == 0 ? [] : [trial.Asked], seed)[0];
            agreements.Add(SegmentAgreement.AdjustedRand(labels, trial.Labels));
            if (agreements.Count >= FewestParts && SegmentStability.Of(agreements) is var stability && stability.Upper - stability.Lower <= SureWidth)
            {
                return stability;
            }
        }

        return agreements.Count < 2 ? null : SegmentStability.Of(agreements);
    }

    private void Try(int method, int[] numbers)
    {
        var labellings = Fit(method, _rows, numbers is [0] ? [] : numbers, _request.Context.Seed);
        var trials = new SegmentTrial?[labellings.Count];
        Parallel.For(0, trials.Length, new() { MaxDegreeOfParallelism = _request.Context.Threads, CancellationToken = _request.Context.Cancellation }, place =>
            trials[place] = SegmentTrial.Of(Graph, method, numbers[place], labellings[place]));
        _done.AddRange(trials.OfType<SegmentTrial>());
        _tried.UnionWith(numbers.Select(number => (method, number)));
    }

    private IReadOnlyList<int[]> Fit(int method, int[] rows, IReadOnlyList<int> numbers, int seed) =>
        _request.Methods[method].Fit(new(rows, _rows, numbers, seed, _request.Context.Cancellation));
}
