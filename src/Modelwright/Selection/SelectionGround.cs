using Modelwright.Core.Data;
using Modelwright.Findings.Inner;
using Modelwright.Profile.Relations;
using Modelwright.Splits;
using Modelwright.Splits.Dealing;
using Modelwright.Validation;

namespace Modelwright.Selection;

/// <summary>What the choice of columns looks at: a seeded sample of the rows it may see, in folds, its columns in bins.</summary>
internal sealed class SelectionGround
{
    private const int MostFolds = 5;
    private const int MostClasses = 12;
    private const double LeastChance = 1e-6;
    private readonly SelectionRequest _request;
    private int _done;

    private SelectionGround(SelectionRequest request, LabelledRows sample, Outcome outcome, SelectionEffort effort)
    {
        (_request, Outcome, Effort) = (request, outcome, effort);
        Groups = sample.Groups;
        Weights = Normalized(sample.FitWeights);
        TimeOrder = OrderOf(sample);
        Splits = Part(sample);
        (Columns, Passed) = ColumnsOf(sample);
        Scale = ScaleOf();
    }

    /// <summary>The target of the sample; rare classes may be one.</summary>
    public Outcome Outcome { get; }

    /// <summary>How much is done.</summary>
    public SelectionEffort Effort { get; }

    /// <summary>How much each row counts, 1 in the mean; null means one each.</summary>
    public double[]? Weights { get; }

    /// <summary>The group of each row; null without groups.</summary>
    public int[]? Groups { get; }

    /// <summary>The rows from the earliest to the latest; null where no column says when.</summary>
    public int[]? TimeOrder { get; }

    /// <summary>The folds: what trains, and what is held out.</summary>
    public IReadOnlyList<Split> Splits { get; }

    /// <summary>The columns that are judged.</summary>
    public IReadOnlyList<SelectionColumn> Columns { get; }

    /// <summary>Columns beyond the most that are compared: alone they tell the least.</summary>
    public IReadOnlyList<string> Passed { get; }

    /// <summary>The loss of a model without columns on the held-out rows: the unit of every loss.</summary>
    public double Scale { get; }

    /// <summary>Asks to end at once.</summary>
    public CancellationToken Cancellation => _request.Cancellation;

    /// <summary>All rows of the sample.</summary>
    public int[] AllRows => [.. Enumerable.Range(0, Outcome.RowCount)];

    /// <summary>Draws the sample.</summary>
    public static SelectionGround Draw(SelectionRequest request)
    {
        var rows = request.Rows;
        var classes = rows is { Task.AnswersClasses: true, Target: CategoryColumn target } ? Math.Min(MostClasses, target.Levels.Count) : 0;
        var effort = SelectionEffort.For(request, rows.Schema.Features.Count(), outputs: classes > 2 ? classes : 1);

        // Rows may lie in a file and be many, so those that are looked at are copied alone.
        var count = request.Places.Length;
        var sample = rows.Take(count <= effort.Rows ? request.Places : Array.ConvertAll(RowSample.Draw(count, effort.Rows, Seeds.Mix(request.Seed, -20)), place => request.Places[place]));
        return new(request, sample, Outcome.Of(rows.Task, sample.Target!).Merged(MostClasses), effort);
    }

    /// <summary>How much a row counts.</summary>
    public double WeightOf(int row) => Weights?[row] ?? 1;

    /// <summary>A seed of its own for each piece of work.</summary>
    public int SeedOf(int piece) => Seeds.Mix(Seeds.Mix(_request.Seed, -21), piece);

    /// <summary>The rows to fit a small model on.</summary>
    public BoostingGround On(int[] training) => new(Outcome, training) { Weights = Weights };

    /// <summary>The loss of a row whose scores a model gave.</summary>
    public double Loss(BoostedModel model, ReadOnlySpan<double> scores, int row, Span<double> answers)
    {
        model.Answer(scores, answers);
        return Outcome.IsClasses
            ? -Math.Log(Math.Max(LeastChance, answers[Outcome.Classes[row]]))
            : (answers[0] - Outcome.Ranks[row]) * (answers[0] - Outcome.Ranks[row]);
    }

    /// <summary>Does pieces of work side by side; each stands alone, so that the number of threads changes nothing.</summary>
    /// <param name="pieces">How many.</param>
    /// <param name="from">Share of all work that was done before.</param>
    /// <param name="to">Share that is done then.</param>
    /// <param name="work">Does one.</param>
    public void SideBySide(int pieces, double from, double to, Action<int> work)
    {
        _done = 0;
        Parallel.For(0, pieces, new() { MaxDegreeOfParallelism = _request.Threads, CancellationToken = Cancellation }, piece =>
        {
            work(piece);
            _request.Progress(from + ((to - from) * Interlocked.Increment(ref _done) / pieces));
        });
    }

    private IReadOnlyList<Split> Part(LabelledRows sample)
    {
        var most = Groups is null ? Outcome.RowCount / 3 : Groups.Distinct().Count();
        var splitter = SplitterChoice.For(sample.Schema, sample.Task).Info.Name;
        return Partition.Make(_request.Scheme.WithDistances(new(splitter, Math.Clamp(most, 2, MostFolds), 0)), sample, SeedOf(0)).Splits;
    }

    private (SelectionColumn[] Columns, string[] Passed) ColumnsOf(LabelledRows sample)
    {
        SelectionColumn[] all =
        [
            .. sample.Schema.Features.Where(spec => sample.Table.TryGet(spec.Name, out var column) && SelectionColumn.IsSeen(column))
                .Select(spec => SelectionColumn.Of(sample.Table[spec.Name], Groups)),
        ];
        if (all.Length <= Effort.Columns)
        {
            return (all, []);
        }

        var folds = PredictivePower.FoldsOf(Outcome.RowCount, SeedOf(1));
        var power = all.ToDictionary(column => column.Name, column => column.Views.Select(view => PredictivePower.Of(view, Outcome, folds)).DefaultIfEmpty(0).Max(), StringComparer.Ordinal);
        var best = all.OrderByDescending(column => power[column.Name]).Take(Effort.Columns).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        return ([.. all.Where(column => best.Contains(column.Name))], [.. all.Select(column => column.Name).Where(name => !best.Contains(name))]);
    }

    private double ScaleOf()
    {
        var mean = new PairedMean();
        foreach (var split in Splits)
        {
            var model = BoostedBins.Fit([], On(split.Training), 0, null, Cancellation);
            var answers = new double[model.Width];
            mean.AddRows(split.Test, this, place => Loss(model, model.Start, split.Test[place], answers));
        }

        return Math.Max(mean.Mean, double.Epsilon);
    }

    private static double[]? Normalized(double[]? weights)
    {
        var mean = weights is null ? 0 : weights.Average();
        return mean > 0 ? Array.ConvertAll(weights!, weight => weight / mean) : null;
    }

    private static int[]? OrderOf(LabelledRows sample)
    {
        if (sample.Schema.WithRole(ColumnRole.Time).FirstOrDefault() is not { } spec)
        {
            return null;
        }

        var times = sample.Table[spec.Name] switch
        {
            TimeColumn column => Binning.Values(column),
            NumberColumn column => Binning.Values(column),
            var other => Array.ConvertAll(Codes.Of(other, other.RowCount).OfRow, code => (double)code),
        };
        return [.. Enumerable.Range(0, times.Length).OrderBy(row => times[row])];
    }
}
