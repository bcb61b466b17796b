using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Hosting.Measuring;
using Modelwright.Hosting.Reloading;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Hosting;

/// <summary>
/// A packaged model as a service: answers rows by the model that is loaded now, and measures that. One for the life of the app,
/// safe from any thread. A call is answered by one model from start to end, also where another takes its place meanwhile.
/// </summary>
public sealed class HostedPredictor
{
    private readonly PredictionMeasures _measures;
    private readonly TimeProvider _clock;
    private volatile LoadedModel? _current;
    private volatile RefusedPackage? _refused;

    internal HostedPredictor(string name, string path, PredictionMeasures measures, TimeProvider clock)
    {
        Name = name;
        Path = path;
        _measures = measures;
        _clock = clock;
    }

    /// <summary>The name it was added by; <see cref="ModelwrightServices.DefaultName"/> where it was added without one.</summary>
    public string Name { get; }

    /// <summary>The full path of the package.</summary>
    public string Path { get; }

    /// <summary>Whether there is a model. False before the host has started, and where the package could not be read and was not required.</summary>
    public bool IsLoaded => _current is not null;

    /// <summary>The model that answers now. Look at it once for all that must come from one model.</summary>
    /// <exception cref="OptionsException">No model is loaded.</exception>
    public LoadedModel Current => _current ?? throw NotLoaded();

    /// <summary>Why the file as it is now is not the model that answers; null where it is.</summary>
    internal RefusedPackage? Refused => _refused;

    /// <summary>Answers one row given as an object; see <see cref="Predictor.Predict{T}(T)"/>.</summary>
    /// <typeparam name="T">A type with a public property a column; a record, a class or an anonymous type.</typeparam>
    /// <param name="row">The row.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="DataException">Columns are absent or values unreadable; the text lists all.</exception>
    /// <exception cref="OptionsException">No model is loaded, or the model answers no row alone.</exception>
    public Answer Predict<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(T row)
        where T : notnull
    {
        var (model, start) = Begin();
        try
        {
            return Answered(model, start, model.Predictor.Predict(row));
        }
        catch (Exception fault) when (_measures.CountFault(model, fault))
        {
            throw;
        }
    }

    /// <summary>Answers one row given by name; see <see cref="Predictor.Predict(IReadOnlyDictionary{string, object})"/>.</summary>
    /// <param name="row">Values by column: numbers, texts, true or false, dates, or null.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="DataException">Columns are absent or values unreadable; the text lists all.</exception>
    /// <exception cref="OptionsException">No model is loaded, or the model answers no row alone.</exception>
    public Answer Predict(IReadOnlyDictionary<string, object?> row)
    {
        var (model, start) = Begin();
        try
        {
            return Answered(model, start, model.Predictor.Predict(row));
        }
        catch (Exception fault) when (_measures.CountFault(model, fault))
        {
            throw;
        }
    }

    /// <summary>Answers one row given as a JSON object.</summary>
    /// <param name="row">An object with a member a column.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="DataException">It is no object, columns are absent or values unreadable; the text lists all.</exception>
    /// <exception cref="OptionsException">No model is loaded, or the model answers no row alone.</exception>
    public Answer Predict(JsonElement row)
    {
        var (model, start) = Begin();
        try
        {
            return Answered(model, start, model.Predictor.Predict(row));
        }
        catch (Exception fault) when (_measures.CountFault(model, fault))
        {
            throw;
        }
    }

    /// <summary>Answers one row given as JSON text.</summary>
    /// <param name="json">One object.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="DataException">It is not JSON or no object, columns are absent or values unreadable; the text lists all.</exception>
    /// <exception cref="OptionsException">No model is loaded, or the model answers no row alone.</exception>
    public Answer PredictJson(string json)
    {
        var (model, start) = Begin();
        try
        {
            return Answered(model, start, model.Predictor.PredictJson(json));
        }
        catch (Exception fault) when (_measures.CountFault(model, fault))
        {
            throw;
        }
    }

    /// <summary>Answers many rows given as objects or dictionaries, all by one model; see <see cref="Predictor.PredictAll{T}"/>.</summary>
    /// <typeparam name="T">A type with a public property a column.</typeparam>
    /// <param name="rows">The rows; none may be null.</param>
    /// <returns>The answers in the order of the rows.</returns>
    /// <exception cref="DataException">Columns are absent or values unreadable; the text lists all.</exception>
    /// <exception cref="OptionsException">No model is loaded.</exception>
    public Predictions PredictAll<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(IReadOnlyList<T> rows)
        where T : notnull
    {
        var (model, start) = Begin();
        try
        {
            return Answered(model, start, model.Predictor.PredictAll(rows));
        }
        catch (Exception fault) when (_measures.CountFault(model, fault))
        {
            throw;
        }
    }

    /// <summary>Answers all rows of a table.</summary>
    /// <param name="rows">Columns by exact name. Unreadable cells count as missing and are counted.</param>
    /// <returns>The answers in the order of the rows.</returns>
    /// <exception cref="DataException">Columns are absent, or no value of a column can be read; the text lists all.</exception>
    /// <exception cref="OptionsException">No model is loaded.</exception>
    public Predictions Predict(Table rows) => Predict(rows, threads: 1);

    /// <summary>Answers all rows of a table on several threads; see <see cref="Predictor.Predict(Table, int, CancellationToken)"/>.</summary>
    /// <param name="rows">Columns by exact name. Unreadable cells count as missing and are counted.</param>
    /// <param name="threads">Threads to use where rows are many; 1 or more. The answers are the same at any number.</param>
    /// <param name="cancellation">Asks to end; looked at before every few thousand rows.</param>
    /// <returns>The answers in the order of the rows.</returns>
    /// <exception cref="DataException">Columns are absent, or no value of a column can be read; the text lists all.</exception>
    /// <exception cref="OptionsException">No model is loaded.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Predictions Predict(Table rows, int threads, CancellationToken cancellation = default)
    {
        var (model, start) = Begin();
        try
        {
            return Answered(model, start, model.Predictor.Predict(rows, threads, cancellation));
        }
        catch (Exception fault) when (_measures.CountFault(model, fault))
        {
            throw;
        }
    }

    /// <summary>Puts a model in the place of the one that is loaded, which is let go: calls under way still hold it.</summary>
    internal void Take(LoadedModel next)
    {
        _current = next;
        _refused = null;
    }

    /// <summary>Says that the file as it is now was not taken.</summary>
    internal void Refuse(RefusedPackage refused) => _refused = refused;

    private (LoadedModel Model, long Start) Begin()
    {
        if (_current is { } model)
        {
            return (model, _clock.GetTimestamp());
        }

        _measures.CountNotLoaded(Name);
        throw NotLoaded();
    }

    private Answer Answered(LoadedModel model, long start, Answer answer)
    {
        _measures.Answered(model, rows: 1, answer.Counts, _clock.GetElapsedTime(start));
        return answer;
    }

    private Predictions Answered(LoadedModel model, long start, Predictions answers)
    {
        _measures.Answered(model, answers.RowCount, answers.Counts, _clock.GetElapsedTime(start));
        return answers;
    }

    private OptionsException NotLoaded() => new(_refused is { } refused
        ? $"Model '{Name}' is not loaded: {refused.Error.Message}"
        : $"Model '{Name}' is not loaded yet: that is done when the host starts. Ask after that.");
}
