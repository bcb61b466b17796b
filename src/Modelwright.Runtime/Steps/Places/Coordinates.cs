using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Places;

/// <summary>Makes numbers of a place on earth that a learner can cut and add: 'lat+lon:x' and on.</summary>
/// <remarks>
/// 'x', 'y' and 'z' on a sphere of radius 1 (no seam at 180 degrees); 'north_east' and 'north_west', the axes turned by an eighth
/// with a degree of longitude as long as one of latitude at the mean latitude of the training rows; 'km1' and on, the distance along the surface to centres of the training rows (k-means on the
/// sphere, chance by the seed, at most 10,000 rows spread evenly). A place of which a part is missing, is no number, or lies
/// beyond 90 degrees of latitude or 180 of longitude is missing in all. Distance: 2 r arcsin(chord / 2), the haversine formula, with a radius of 6,371.0088 km.
/// </remarks>
public sealed record Coordinates : IStep
{
    internal const string StepName = "coordinates";
    private const int MostCentres = 100;

    /// <summary>Pairs of number columns; null with <see cref="Columns"/> null means the two number columns of the table, where it has just two.</summary>
    public IReadOnlyList<ColumnPair>? Pairs { get; init; }

    /// <summary>Text columns that hold latitude and longitude, such as "52.52, 13.40"; null means none.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Centres that distances are taken to, 0 to 100; fewer where there are fewer places.</summary>
    public int Centres { get; init; } = 5;

    /// <summary>Whether the columns stay beside what is made of them.</summary>
    public bool KeepsInputs { get; init; } = true;

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    /// <exception cref="OptionsException">A setting is out of range, or no column is named where it is not clear which.</exception>
    public StepFit Fit(StepInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        StepOptions.CheckRange(StepName, (nameof(Centres), Centres, 0, MostCentres));
        var names = new FeatureNames(input.Rows);
        var tuples = new List<FittedTuple>();
        foreach (var sources in Sources(input.Rows))
        {
            input.Cancellation.ThrowIfCancellationRequested();
            tuples.Add(FitPlace(sources, input, names));
        }

        var step = new FittedTupleStep(StepName, KeepsInputs, tuples);
        input.Cancellation.ThrowIfCancellationRequested();
        return new(step, step.Apply(input.Rows));
    }

    internal static IFittedStep Read(IArtifactReader reader) => FittedTupleStep.Read(reader, StepName, 1..2, (inputs, outputs, part) =>
    {
        var stretch = part.Number("stretch");
        var centres = part.Numbers("centres");
        if (!(stretch is >= 0 and <= 1) || centres.Length % 3 != 0 || centres.Length / 3 > MostCentres || centres.Any(value => !(Math.Abs(value) <= 1.001)))
        {
            throw new ArtifactException($"Step '{StepName}' holds centres for column '{inputs[0]}' that are not on the sphere, or too many. Make the file again.");
        }

        ColumnCheck.Count(StepName, inputs[0], "inputs", inputs.Count, part.Flag("text") ? 1 : 2);
        ColumnCheck.Count(StepName, inputs[0], "outputs", outputs.Count, PlaceFigures.Fixed.Length + (centres.Length / 3));
        return new PlaceTuple(Typed(inputs), outputs, stretch, centres);
    });

    private PlaceTuple FitPlace(string[] sources, StepInput input, FeatureNames names)
    {
        Column[] columns = [.. sources.Select(source => input.Rows[source])];
        var (stretch, centres) = SphereCentres.Fit(new PlaceReader(columns), input.Weights, Centres, input.Seed);
        var place = string.Join('+', sources);
        string[] outputs =
        [
            .. PlaceFigures.Fixed.Select(figure => names.Take($"{place}:{figure}")),
            .. Enumerable.Range(1, centres.Length / 3).Select(number => names.Take(FormattableString.Invariant($"{place}:km{number}"))),
        ];
        return new(Typed(sources), outputs, stretch, centres);
    }

    /// <summary>One text column or two number columns for each place.</summary>
    private List<string[]> Sources(Table rows)
    {
        if (Pairs is null && Columns is null)
        {
            string[] numbers = [.. rows.Columns.Where(column => column.Type == ColumnType.Number).Select(column => column.Name)];
            return numbers.Length == 2
                ? [numbers]
                : throw new OptionsException($"Step '{StepName}' was told no columns, and the table has {numbers.Length} number columns instead of two. Name latitude and longitude.");
        }

        List<string[]> sources = [.. (Pairs ?? []).Select(pair => (string[])[pair.First, pair.Second]), .. (Columns ?? []).Select(name => (string[])[name])];
        string[] faults = [.. sources.SelectMany(source => Typed(source).Select(input => StepColumns.Fault(rows, StepName, input.Name, [input.Type]))).OfType<string>()];
        return faults.Length == 0 ? sources : throw new DataException(string.Join('\n', faults));
    }

    private static (string Name, ColumnType Type)[] Typed(IReadOnlyList<string> sources) =>
        [.. sources.Select(source => (source, sources.Count == 1 ? ColumnType.Text : ColumnType.Number))];

    private sealed class PlaceTuple(IReadOnlyList<(string Name, ColumnType Type)> inputs, IReadOnlyList<string> outputs, double stretch, double[] centres)
        : FittedTuple(inputs, outputs)
    {
        private readonly PlaceFigures _figures = new(stretch, centres);

        internal override void Apply(IReadOnlyList<Column> columns, NumberBlocks made)
        {
            var reader = new PlaceReader(columns);
            var figures = new double[Outputs.Count];
            for (var row = 0; row < columns[0].RowCount; row++)
            {
                if (reader.TryRead(row, out var latitude, out var longitude))
                {
                    _figures.Of(latitude, longitude, figures);
                }
                else
                {
                    figures.AsSpan().Fill(double.NaN);
                }

                for (var place = 0; place < figures.Length; place++)
                {
                    made[place, row / Blocks<double>.Size][row % Blocks<double>.Size] = figures[place];
                }
            }
        }

        internal override void Write(IArtifactWriter writer)
        {
            writer.Flag("text", Inputs.Count == 1);
            writer.Number("stretch", stretch);
            writer.Numbers("centres", centres);
        }
    }
}
