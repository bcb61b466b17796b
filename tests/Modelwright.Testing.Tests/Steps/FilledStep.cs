using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Steps;

namespace Modelwright.Testing.Tests.Steps;

/// <summary>What <see cref="FillStep"/> leaves; but for one promise.</summary>
internal sealed class FilledStep(string broken, string[] numbers, double[] means, string[] categories, string[] lengths) : IFittedStep
{
    private int _applied;
    private int _inside;

    public string Note { get; init; } = "";

    public string Name => "fill";

    public IReadOnlyList<string> Inputs { get; } = [.. numbers, .. categories];

    public IReadOnlyList<Feature> Outputs { get; } =
    [
        .. numbers.Select(name => new Feature(name, ColumnType.Number, [name])),
        .. lengths.Skip(broken == "hidden" ? 1 : 0).Select((name, place) => new Feature(name, ColumnType.Number, broken == "origins" ? ["elsewhere"] : [categories[place]])),
    ];

    public static FilledStep Read(IArtifactReader reader, string broken)
    {
        var numbers = reader.Texts("numbers");
        var means = Trusting(broken, () => reader.Numbers("means"), new double[numbers.Count]);
        var categories = reader.Texts("categories");
        var lengths = reader.Texts("lengths");
        var isSound = numbers.Count == means.Length && categories.Count == lengths.Count && Array.TrueForAll(means, double.IsFinite);
        if (broken == "crash" && !isSound)
        {
            throw new InvalidOperationException("lists of other lengths");
        }

        return isSound
            ? new(broken, [.. numbers], broken == "state" ? [.. means.Select(mean => Math.Round(mean))] : means, [.. categories], [.. lengths]) { Note = reader.Text("note")! }
            : throw new ArtifactException("Step 'fill' does not have one finite mean a column. Make the file again.");
    }

    public ColumnType InputType(string input) =>
        numbers.Contains(input) && broken != "type" ? ColumnType.Number : ColumnType.Category;

    public void Write(IArtifactWriter writer)
    {
        writer.Texts("numbers", numbers);
        writer.Numbers("means", broken == "learns" ? [.. means.Select(mean => mean + _applied)] : means);
        writer.Texts("categories", categories);
        writer.Texts("lengths", lengths);
        writer.Text("note", Note);
    }

    public Table Apply(Table rows)
    {
        _applied += rows.RowCount == 3 && rows.TryGet("amount", out var amount) && amount.IsMissing(0) ? 1 : 0;
        Check(rows);
        if (broken == "empty" && rows.RowCount == 0)
        {
            return rows;
        }

        var others = broken == "threads" ? Interlocked.Increment(ref _inside) - 1 : 0;
        Thread.Sleep(broken == "threads" ? 2 : 0);
        var made = broken == "lost" ? new Table([.. rows.Columns.Where(column => Inputs.Contains(column.Name) || column.Type is ColumnType.Text or ColumnType.Time && column.Name is "note" or "when")]) : rows;
        for (var place = 0; place < numbers.Length; place++)
        {
            var source = broken == "mixed" ? numbers.Length - 1 : place;
            var (mean, count) = (means[source], rows.RowCount);
            made = made.With(FillStep.Added((NumberColumn)rows[numbers[source]].Rename(numbers[place]), (row, value) => Changed(double.IsNaN(value) ? mean : value, double.IsNaN(value), row, count) + others));
        }

        Interlocked.Add(ref _inside, broken == "threads" ? -1 : 0);
        for (var place = 0; place < lengths.Length; place++)
        {
            var category = (CategoryColumn)rows[categories[place]];
            made = made.With(new NumberColumn(lengths[place], [.. Enumerable.Range(0, rows.RowCount).Select(row => Length(category, row))]));
        }

        return made;
    }

    private static double[] Trusting(string broken, Func<double[]> read, double[] otherwise)
    {
        try
        {
            return read();
        }
        catch (ArtifactException) when (broken == "trusting")
        {
            return otherwise;
        }
    }

    private double Length(CategoryColumn column, int row) => broken == "codes" ? column.Codes.At(row) : column.Format(row)?.Length ?? 0;

    private double Changed(double value, bool isMissing, int row, int rows) => broken switch
    {
        "infinite" => value * (Math.Abs(value) > 1e299 ? 1e300 : 1),
        "batch" => value + (rows == 1 && value == 0.5 ? 1 : 0),
        "block" => value + (row > Blocks<double>.Size ? 1 : 0),
        "row" => value + (rows == 3 && row == 1 && isMissing ? 1 : 0),
        "idempotent" => value + 1,
        _ => value,
    };

    private void Check(Table rows)
    {
        string[] absent = [.. Inputs.Where(input => !rows.TryGet(input, out _))];
        string[] wrong = [.. Inputs.Where(input => rows.TryGet(input, out var column) && column.Type != (numbers.Contains(input) ? ColumnType.Number : ColumnType.Category))];
        if (absent.Length > 0)
        {
            throw new DataException($"Columns are absent: {string.Join(", ", (broken == "absent" ? absent[..1] : absent).Select(name => $"'{name}'"))}. Give them.");
        }

        if (wrong.Length > 0)
        {
            throw broken == "types" ? new InvalidCastException("other type") : new DataException($"Columns are of another type: {string.Join(", ", wrong.Select(name => $"'{name}'"))}. Read them again.");
        }
    }
}
