using Modelwright.Core.Errors;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction.Cells;

namespace Modelwright.Runtime.Prediction.Typed;

/// <summary>
/// What generated code stands on: a predictor that fits the inputs and classes the code was made for, with rows to fill. Safe from
/// any thread, as long as each row is in one hand between <see cref="Rent"/> and <see cref="Return"/>.
/// </summary>
/// <remarks>An input is named by its position in the list the code was made for, which need not be its position in the model.</remarks>
public sealed class TypedModel : IDisposable
{
    /// <summary>The position of an input that the model was trained beside and does not read.</summary>
    private const int Unread = -1;

    private readonly int[] _positions;
    private readonly string?[] _yes;
    private readonly string?[] _no;
    private PredictionRow? _free;

    private TypedModel(Predictor predictor, IReadOnlyList<TypedInput> inputs)
    {
        Predictor = predictor;
        _positions = new int[inputs.Count];
        _yes = new string?[inputs.Count];
        _no = new string?[inputs.Count];
        var row = _free = predictor.BeginRow();
        var read = predictor.Package.Model.Schema.Features.ToDictionary(feature => feature.Name, StringComparer.Ordinal);
        for (var input = 0; input < inputs.Count; input++)
        {
            _positions[input] = read.TryGetValue(inputs[input].Name, out var spec) ? row.Find(spec.Name) : Unread;
            if (spec is not null && inputs[input].IsBoolean)
            {
                var levels = KnownLevels.Of(spec);
                (_yes[input], _no[input]) = (levels.Text(true), levels.Text(false));
            }
        }
    }

    /// <summary>What answers.</summary>
    public Predictor Predictor { get; }

    /// <summary>
    /// Opens a package for code that was made for these inputs and classes. The model may be another one, trained again on other
    /// rows: it may read fewer of the inputs, and know other levels of them.
    /// </summary>
    /// <param name="path">A <c>.mw</c> file.</param>
    /// <param name="inputs">The inputs that the code gives.</param>
    /// <param name="classes">The classes that the code knows, in their order; empty where it takes a number.</param>
    /// <returns>The model.</returns>
    /// <exception cref="OptionsException">There is no such file.</exception>
    /// <exception cref="ArtifactException">The file is damaged, hostile or newer, or its inputs or classes are not those of the code; the text lists all that differs.</exception>
    public static TypedModel Load(string path, IReadOnlyList<TypedInput> inputs, IReadOnlyList<string> classes)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(classes);
        var package = Package.Load(path);
        var faults = TypedFit.Faults(package.Model, inputs, classes);
        return faults.Count == 0
            ? new(new Predictor(package), inputs)
            : throw new ArtifactException($"{path}: The package is not one that the generated code can ask: {string.Join("; ", faults)}. Load a package that was trained on the same columns, or build the program with this one.");
    }

    /// <summary>A row that nobody else has; give it back once its answer is read, or forget it.</summary>
    /// <returns>A row with the values it was last given.</returns>
    public PredictionRow Rent() => Interlocked.Exchange(ref _free, null) ?? Predictor.BeginRow();

    /// <summary>Keeps a row for the next call.</summary>
    /// <param name="row">What <see cref="Rent"/> gave; not to be used any more.</param>
    public void Return(PredictionRow row) => Volatile.Write(ref _free, row);

    /// <summary>Sets a number.</summary>
    /// <param name="row">The row.</param>
    /// <param name="input">The position of the input.</param>
    /// <param name="value">Null and NaN are missing values.</param>
    public void SetNumber(PredictionRow row, int input, double? value)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (_positions[input] is var position and >= 0)
        {
            row.SetNumber(position, value ?? double.NaN);
        }
    }

    /// <summary>Sets a category.</summary>
    /// <param name="row">The row.</param>
    /// <param name="input">The position of the input.</param>
    /// <param name="level">Null is a missing value.</param>
    public void SetCategory(PredictionRow row, int input, string? level)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (_positions[input] is var position and >= 0)
        {
            row.SetCategory(position, level);
        }
    }

    /// <summary>Sets a category of yes and no, in the words that the model has for them.</summary>
    /// <param name="row">The row.</param>
    /// <param name="input">The position of the input.</param>
    /// <param name="value">Null is a missing value.</param>
    public void SetBoolean(PredictionRow row, int input, bool? value) =>
        SetCategory(row, input, value is { } answer ? (answer ? _yes : _no)[input] : null);

    /// <summary>Sets a point in time.</summary>
    /// <param name="row">The row.</param>
    /// <param name="input">The position of the input.</param>
    /// <param name="value">Taken as it stands, whatever its kind; null is a missing value.</param>
    public void SetTime(PredictionRow row, int input, DateTime? value)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (_positions[input] is var position and >= 0)
        {
            row.SetTime(position, value);
        }
    }

    /// <summary>Sets a text.</summary>
    /// <param name="row">The row.</param>
    /// <param name="input">The position of the input.</param>
    /// <param name="value">Null is a missing value.</param>
    public void SetText(PredictionRow row, int input, string? value)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (_positions[input] is var position and >= 0)
        {
            row.SetText(position, value);
        }
    }

    /// <summary>Ends the use of the model; twice is fine.</summary>
    public void Dispose() => Predictor.Dispose();
}
