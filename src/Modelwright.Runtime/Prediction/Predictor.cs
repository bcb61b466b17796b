using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction.Typed;

namespace Modelwright.Runtime.Prediction;

/// <summary>
/// Answers rows by a packaged model: the schema at the door, the steps, the form, a named answer. Pure managed, safe from
/// any thread, safe to trim and to compile ahead of time.
/// </summary>
/// <remarks>
/// Values are found by column name: the same, else the only one that differs in letter case alone. Every feature must be
/// given, others are ignored; null is a missing value. A category that was not seen when training is counted, and answered as the
/// steps say of such levels; without a step it is a missing value. A model that scores series answers all rows that are asked together, each by
/// those before it; one reading at a time is read in a stream (<see cref="BeginStream"/>).
/// </remarks>
public sealed partial class Predictor : IDisposable
{
    private bool _isDisposed;

    /// <summary>Makes a predictor of a package in memory.</summary>
    /// <param name="package">The package.</param>
    /// <exception cref="ArtifactException">The model answers neither classes nor numbers nor columns.</exception>
    public Predictor(Package package)
    {
        ArgumentNullException.ThrowIfNull(package);
        _ = ModelAnswers.Width(package.Model.Form);
        Package = package;
        _rowPlan = new(() => RowPlan.Of(package.Model));
    }

    /// <summary>What was loaded.</summary>
    public Package Package { get; }

    /// <summary>The classes, in the order of the probabilities; empty for other tasks.</summary>
    public IReadOnlyList<string> Classes => (Package.Model.Form as IPredictsClasses)?.Classes ?? [];

    /// <summary>The columns that are answered; empty where classes or one number are.</summary>
    public IReadOnlyList<AnswerColumn> AnswerColumns => Package.Model.Form is IAnswersColumns columns and not (IPredictsClasses or IPredictsNumbers) ? columns.Answers : [];

    /// <summary>Opens a package and replays its check rows.</summary>
    /// <param name="path">A <c>.mw</c> file.</param>
    /// <param name="limits">How much to read; null means the defaults.</param>
    /// <param name="forms">The kinds of form that can be read; null means the built-in ones.</param>
    /// <returns>The predictor.</returns>
    /// <exception cref="OptionsException">There is no such file.</exception>
    /// <exception cref="ArtifactException">The file is damaged, hostile or newer, or answers its check rows differently.</exception>
    public static Predictor Load(string path, PackageLimits? limits = null, FormCatalog? forms = null) => new(Package.Load(path, limits, forms));

    /// <summary>Opens a package and replays its check rows.</summary>
    /// <param name="stream">A package and nothing after it; left open.</param>
    /// <param name="limits">How much to read; null means the defaults.</param>
    /// <param name="forms">The kinds of form that can be read; null means the built-in ones.</param>
    /// <returns>The predictor.</returns>
    /// <exception cref="ArtifactException">The bytes are damaged, hostile or newer, or answer their check rows differently.</exception>
    public static Predictor Load(Stream stream, PackageLimits? limits = null, FormCatalog? forms = null) => new(Package.Load(stream, limits, forms));

    /// <summary>Answers all rows of a table.</summary>
    /// <param name="rows">Columns by exact name, in any type that can be read as the schema's. Unreadable cells count as missing and are counted.</param>
    /// <returns>The answers in the order of the rows.</returns>
    /// <exception cref="DataException">Columns are absent, or no value of a column can be read; the text lists all.</exception>
    public Predictions Predict(Table rows) => Predict(rows, threads: 1);

    /// <summary>Answers all rows of a table on several threads.</summary>
    /// <param name="rows">See <see cref="Predict(Table)"/>.</param>
    /// <param name="threads">Threads to use where rows are many; 1 or more. The answers are the same at any number.</param>
    /// <param name="cancellation">Asks to end; looked at before every few thousand rows.</param>
    /// <returns>The answers in the order of the rows.</returns>
    /// <exception cref="DataException">Columns are absent, or no value of a column can be read; the text lists all.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Predictions Predict(Table rows, int threads, CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return Answers(Admission.Admit(rows, Package.Model.Door, needsTarget: false), threads, cancellation);
    }

    /// <summary>Ends the use of the predictor; twice is fine.</summary>
    public void Dispose() => _isDisposed = true;

    private Predictions Answers(Admitted admitted, int threads = 1, CancellationToken cancellation = default)
    {
        var (form, rows, rules) = (Package.Model.Form, admitted.Table, Package.Model.Rules);
        if (rules.FoldIntervals is { } folds)
        {
            var answers = FoldAnswers.Of(form, folds, rows, threads, cancellation);
            return new(Classes, rows.RowCount, answers.Numbers, admitted.Counts, rules, answers.Intervals);
        }

        if (form is IReadsInOrder ordered)
        {
            var found = ordered.AnswerInOrder(rows, threads, cancellation);
            return new(Classes, rows.RowCount, found.Numbers, admitted.Counts, rules) { Columns = AnswerColumns, Texts = new(ordered.TextName, found.Texts), Notes = found.Notes };
        }

        var outputs = ModelAnswers.Of(form, rows, threads, cancellation);
        return new(Classes, rows.RowCount, outputs, admitted.Counts, rules)
        {
            Columns = AnswerColumns,
            Texts = form is IAnswersText texts ? AnswerTexts.Of(texts, rows, outputs) : null,
        };
    }

    private Predictions Answers(IReadOnlyList<string> names, int rows, Func<int, int, object?> value)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var faults = new List<string>();
        var door = Package.Model.Door;
        var raw = RowTable.Of(door, names, rows, value, faults);
        return Answers(RowTable.Admit(raw, door, faults));
    }
}
