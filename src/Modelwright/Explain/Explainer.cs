using System.Runtime.ExceptionServices;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Recording;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Explain;

/// <summary>
/// Says why a packaged model answers rows as it does: exact contributions where the model has them (<see cref="IExplains"/>), else an
/// estimate by sampling. Safe from any thread.
/// </summary>
public sealed class Explainer
{
    /// <summary>Contributions that one call gives at most: 1.6 GB of them.</summary>
    private const long MostNumbers = 200_000_000;

    private const int RowsOfPart = 512;
    private readonly IReadOnlyList<string> _classes;
    private readonly int[] _outputs;
    private readonly int[] _inputs;

    /// <summary>Makes an explainer of a package.</summary>
    /// <param name="package">The package.</param>
    /// <exception cref="ArtifactException">The model answers neither classes nor numbers.</exception>
    /// <exception cref="OptionsException">The model scores readings by those before them.</exception>
    public Explainer(Package package)
    {
        ArgumentNullException.ThrowIfNull(package);
        if (package.Model.Form is IReadsInOrder)
        {
            throw new OptionsException("The model scores readings by those before them in their series, so no row can be explained by itself. Its answers say which column was strange and what was to be expected: read 'because' beside each anomaly.");
        }

        Package = package;
        _classes = (package.Model.Form as IPredictsClasses)?.Classes ?? [];
        _outputs = OutputsOf(package, _classes);
        string[] read = [.. package.Model.Form.Info.Inputs.Select(input => input.Name)];
        Columns = [.. package.Model.Schema.Features.Select(spec => spec.Name).Where(read.Contains)];
        _inputs = [.. Columns.Select(column => Array.IndexOf(read, column))];
        Outputs = _classes.Count == 0
            ? [package.Model.Schema.Target?.Name ?? "prediction"]
            : [.. _outputs.Select(output => _classes[output])];
    }

    /// <summary>What is explained.</summary>
    public Package Package { get; }

    /// <summary>The columns that the model reads, in the schema's order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>What is explained: see <see cref="Explanations.Outputs"/>.</summary>
    public IReadOnlyList<string> Outputs { get; }

    /// <summary>Explains rows.</summary>
    /// <param name="rows">Columns by name, as <see cref="Predictor.Predict(Table)"/> takes them.</param>
    /// <param name="options">How; null means the defaults.</param>
    /// <param name="cancellation">Asks to end; looked at every few hundred rows.</param>
    /// <returns>One explanation a row.</returns>
    /// <exception cref="DataException">Columns are absent, or no value of a column can be read; the text lists all.</exception>
    /// <exception cref="OptionsException">There are too many contributions for one call, or an option is out of range.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Explanations Explain(Table rows, ExplainOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        options ??= new();
        Check(rows.RowCount, options);
        var table = Admission.Admit(rows, Package.Model.Schema, needsTarget: false).Table;
        var exact = Package.Model.Form as IExplains;
        var estimated = exact is null
            ? $"Form '{Package.Model.Form.Info.Name}' has no exact contributions; these are estimated by {2 * options.Samples} random orders of the columns a row."
            : exact.Unexplained is { } fault ? $"{fault} Until then they are estimated by {2 * options.Samples} random orders of the columns a row." : null;
        var found = new double[rows.RowCount * _outputs.Length * Columns.Count];
        var errors = estimated is null ? null : new double[found.Length];
        var sampled = estimated is null ? null : new SampledContributions(Package, Columns, _outputs, options);
        Each(rows.RowCount, estimated is null ? RowsOfPart : 1, new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation }, (from, count) =>
        {
            var (at, length) = (from * _outputs.Length * Columns.Count, count * _outputs.Length * Columns.Count);
            if (sampled is null)
            {
                Exact(exact!, table, from, count, found.AsSpan(at, length));
            }
            else
            {
                sampled.Explain(table, from, found.AsSpan(at, length), errors.AsSpan(at, length));
            }
        });
        using var predictor = new Predictor(Package);
        return new()
        {
            Predictions = predictor.Predict(rows, options.Threads, cancellation),
            Rows = table,
            Columns = Columns,
            Outputs = Outputs,
            Base = sampled?.Base ?? [.. _outputs.Select(output => exact!.Base(ContributionScale.Answer)[output])],
            Contributions = found,
            StandardErrors = errors,
            Estimated = estimated,
        };
    }

    private void Check(int rows, ExplainOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
        if (options.Samples < 2)
        {
            throw new OptionsException($"An estimate needs 2 samples or more; {options.Samples} were asked for. Leave the option out for 32.");
        }

        var numbers = (long)rows * _outputs.Length * Columns.Count;
        if (numbers > MostNumbers)
        {
            throw new OptionsException($"{rows} rows, {_outputs.Length} outputs and {Columns.Count} columns make {numbers} contributions; one call gives at most {MostNumbers}. Explain {MostNumbers / _outputs.Length / Math.Max(1, Columns.Count)} rows at a time.");
        }
    }

    private void Exact(IExplains form, Table table, int from, int count, Span<double> output)
    {
        var all = Math.Max(1, _classes.Count);
        var part = count == table.RowCount ? table : table.Take([.. Enumerable.Range(from, count)]);
        var whole = new double[count * all * _inputs.Length];
        form.Explain(part, ContributionScale.Answer, whole);
        for (var place = 0; place < output.Length; place++)
        {
            var (answer, column) = (place / _inputs.Length, place % _inputs.Length);
            var (row, target) = (answer / _outputs.Length, _outputs[answer % _outputs.Length]);
            output[place] = whole[(((row * all) + target) * _inputs.Length) + _inputs[column]];
        }
    }

    private static void Each(int rows, int size, ParallelOptions options, Action<int, int> explain)
    {
        try
        {
            Parallel.For(0, (rows + size - 1) / size, options, part => explain(part * size, Math.Min(size, rows - (part * size))));
        }
        catch (AggregateException faults) when (faults.InnerExceptions.Count > 0)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }

    // Of two classes one says it all: what raises the one lowers the other.
    private static int[] OutputsOf(Package package, IReadOnlyList<string> classes)
    {
        if (classes.Count != 2)
        {
            return [.. Enumerable.Range(0, Math.Max(1, classes.Count))];
        }

        var positive = package.PlanJson.Contains("\"positive\"", StringComparison.Ordinal) ? Documents.ReadPlan(package.PlanJson, "plan.json of the package").Positive : null;
        return [positive == classes[0] ? 0 : 1];
    }
}
