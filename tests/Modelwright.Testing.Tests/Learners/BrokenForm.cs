using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;

namespace Modelwright.Testing.Tests.Learners;

/// <summary>A form that answers as another does, but for one promise.</summary>
internal abstract class BrokenForm(IForm sound, string broken) : IForm, IDisposable
{
    private readonly string[] _order = [.. sound.Info.Inputs.Select(input => input.Name)];
    private int _inside;
    private bool _isDisposed;

    public FormInfo Info => broken == "size" ? sound.Info with { Bytes = 1 << 30 } : sound.Info;

    public static IForm Of(IForm sound, string broken) =>
        broken == "explains" && sound is IPredictsNumbers ? new Unexplained(sound) : sound is IPredictsClasses ? new OfClasses(sound, broken) : new OfNumbers(sound, broken);

    public void Write(IArtifactWriter writer) => sound.Write(writer);

    public void Dispose()
    {
        if (broken == "dispose")
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
        }

        _isDisposed = true;
    }

    protected void Answer(Table rows, Span<double> output, int width)
    {
        var others = broken == "shared" ? Interlocked.Increment(ref _inside) - 1 : 0;
        Thread.Sleep(broken == "shared" ? 1 : 0);
        Ask(Changed(rows), output);
        for (var place = 0; place < output.Length; place++)
        {
            output[place] = Changed(output[place], place / width, rows, width) + (others * 1e-3);
        }

        if (broken == "classes" && sound is IPredictsClasses { Classes: ["no", ..] or ["élevé", ..] })
        {
            for (var row = 0; row < output.Length; row += width)
            {
                output.Slice(row, width).Reverse();
            }
        }

        Interlocked.Add(ref _inside, broken == "shared" ? -1 : 0);
    }

    protected abstract void Predict(Table rows, Span<double> output);

    private void Ask(Table rows, Span<double> output)
    {
        try
        {
            Predict(rows, output);
        }
        catch (DataException) when (broken == "absent")
        {
            throw new DataException($"Column '{_order[0]}' is absent. Give it.");
        }
    }

    private Table Changed(Table rows) => broken switch
    {
        "place" when rows.Columns.Count >= _order.Length => new([.. rows.Columns.Take(_order.Length).Select((column, place) => column.Rename(_order[place]))], rows.RowCount),
        "unseen" => new([.. rows.Columns.Select(column => column is CategoryColumn { Levels: ["never seen"] } strange ? new CategoryColumn(column.Name, ["x"], [.. Enumerable.Range(0, rows.RowCount).Select(strange.Codes.At)]) : column)], rows.RowCount),
        "codes" => new([.. rows.Columns.Select(column => column is CategoryColumn { Levels.Count: 4 } category ? new CategoryColumn(column.Name, ["x", "y", "z", "w"], [.. Enumerable.Range(0, rows.RowCount).Select(category.Codes.At)]) : column)], rows.RowCount),
        _ => rows,
    };

    private double Changed(double answer, int row, Table rows, int width) => broken switch
    {
        "saved" => answer + (rows.RowCount == 280 && width == 1 ? 1e-9 : 0),
        "batch" => answer + (width == 1 && rows.RowCount == 1 ? 1e-9 : 0),
        "sum" => answer + (rows.RowCount == 300 && row == 0 ? (width == 1 ? double.NaN : 0.1) : 0),
        "huge" => rows.TryGet("extreme", out var column) && column is NumberColumn extreme && Math.Abs(extreme.Values.At(row)) > 1e200 ? double.PositiveInfinity : answer,
        _ => answer,
    };

    private sealed class OfClasses(IForm sound, string broken) : BrokenForm(sound, broken), IPredictsClasses
    {
        private readonly IPredictsClasses _sound = (IPredictsClasses)sound;

        public IReadOnlyList<string> Classes => _sound.Classes;

        public void PredictProbabilities(Table rows, Span<double> output) => Answer(rows, output, Classes.Count);

        protected override void Predict(Table rows, Span<double> output) => _sound.PredictProbabilities(rows, output);
    }

    /// <summary>Says that it explains, and tells nothing.</summary>
    private sealed class Unexplained(IForm sound) : BrokenForm(sound, "explains"), IPredictsNumbers, IExplains
    {
        private readonly IPredictsNumbers _sound = (IPredictsNumbers)sound;

        string? IExplains.Unexplained => null;

        public double[] Base(ContributionScale scale) => [0];

        public void Explain(Table rows, ContributionScale scale, Span<double> output) => output.Clear();

        void IPredictsNumbers.Predict(Table rows, Span<double> output) => Answer(rows, output, 1);

        protected override void Predict(Table rows, Span<double> output) => _sound.Predict(rows, output);
    }

    private sealed class OfNumbers(IForm sound, string broken) : BrokenForm(sound, broken), IPredictsNumbers
    {
        private readonly IPredictsNumbers _sound = (IPredictsNumbers)sound;

        void IPredictsNumbers.Predict(Table rows, Span<double> output) => Answer(rows, output, 1);

        protected override void Predict(Table rows, Span<double> output) => _sound.Predict(rows, output);
    }
}
