using System.Diagnostics.CodeAnalysis;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Core.Learning.Streams;

namespace Modelwright.Runtime.Prediction.Streams;

/// <summary>
/// A series that is read reading by reading: each is answered by those before it. Memory does not grow with the series. Not safe from
/// several threads; different streams of one predictor are.
/// </summary>
public sealed class StreamWatch
{
    private readonly Model _model;
    private readonly Schema _door;
    private readonly IReadsInOrder _form;
    private readonly IStreamState _state;

    internal StreamWatch(Model model, IReadsInOrder form, IStreamState state) => (_model, _door, _form, _state) = (model, model.DoorOfOneSeries, form, state);

    /// <summary>Readings seen so far, those of training included where the stream goes on from there; 0 or more.</summary>
    public long Readings => _state.Readings;

    /// <summary>Answers a reading given by name, then learns from it.</summary>
    /// <param name="reading">Values by column, as for <see cref="Predictor.Predict(IReadOnlyDictionary{string, object})"/>; the column of the series is not needed. A null time is one usual interval after the last, and a time before the last counts as the last.</param>
    /// <returns>The answer: <c>answer["score"]</c>, <c>answer["anomaly"]</c> and why, <see cref="Answer.Text"/>.</returns>
    /// <exception cref="DataException">Columns are absent or values unreadable; the text lists all. Nothing was learned.</exception>
    public Answer Read(IReadOnlyDictionary<string, object?> reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        string[] names = [.. reading.Keys];
        return Read(names, place => reading[names[place]]);
    }

    /// <summary>Answers a reading given as an object, then learns from it: <c>Read(new { timestamp, temperature = 71.4 })</c>.</summary>
    /// <typeparam name="T">A type with a public property a column; a record, a class or an anonymous type.</typeparam>
    /// <param name="reading">The reading; see the other.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="DataException">Columns are absent or values unreadable; the text lists all. Nothing was learned.</exception>
    public Answer Read<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(T reading)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (reading is IReadOnlyDictionary<string, object?> byName)
        {
            return Read(byName);
        }

        var properties = Predictor.PropertiesOf<T>();
        return Read([.. properties.Select(property => property.Name)], place => properties[place].GetValue(reading));
    }

    /// <summary>What is remembered of the series, to go on with it later or elsewhere (<see cref="Predictor.ResumeStream"/>). The last reading can be told from it.</summary>
    /// <returns>Some 16 kB a column that is watched, however long the series is; the same state gives the same bytes.</returns>
    public byte[] Save() => StreamRecord.Write(_form, _state);

    private Answer Read(IReadOnlyList<string> names, Func<int, object?> value)
    {
        var faults = new List<string>();
        var admitted = RowTable.Admit(RowTable.Of(_door, names, 1, (_, place) => value(place), faults), _door, faults);
        var output = new double[_form.Answers.Count];
        var text = _form.AnswerNext(_state, admitted.Table, output);
        return new Predictions([], 1, output, admitted.Counts, _model.Rules) { Columns = _form.Answers, Texts = new(_form.TextName, [text]) }[0];
    }
}
