using Modelwright.Core.Errors;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Prediction.Streams;

namespace Modelwright.Runtime.Prediction;

/// <content>Readings one by one, for models that score series.</content>
public sealed partial class Predictor
{
    /// <summary>Begins to read a series, reading by reading; a program keeps one stream a series.</summary>
    /// <param name="series">
    /// The name of the series, as it stands in the training rows: a package that keeps where training left its series (--store-rows) goes on
    /// from there. Null, and any series that it does not know, begins anew.
    /// </param>
    /// <returns>A stream that has read nothing since; used by one thread at a time.</returns>
    /// <exception cref="OptionsException">The model answers rows for themselves.</exception>
    /// <example><code>
    /// var stream = predictor.BeginStream("pump-3");
    /// var answer = stream.Read(new { timestamp = DateTime.UtcNow, temperature = 71.4 });
    /// if (answer["anomaly"] == 1) { Console.WriteLine(answer.Text); }
    /// File.WriteAllBytes("pump-3.state", stream.Save());
    /// </code></example>
    public StreamWatch BeginStream(string? series = null) => new(Package.Model, Ordered(), Ordered().Begin(series));

    /// <summary>Goes on with a series where a program left it.</summary>
    /// <param name="state">What <see cref="StreamWatch.Save"/> gave, by this model or by another of the same columns.</param>
    /// <returns>A stream that goes on to the bit.</returns>
    /// <exception cref="OptionsException">The model answers rows for themselves.</exception>
    /// <exception cref="ArtifactException">The bytes are damaged or hostile, or of a model of other columns.</exception>
    public StreamWatch ResumeStream(ReadOnlyMemory<byte> state) => new(Package.Model, Ordered(), StreamRecord.Read(Ordered(), state));

    private IReadsInOrder Ordered()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return Package.Model.Form as IReadsInOrder
            ?? throw new OptionsException($"The model answers each row for itself (form '{Package.Model.Form.Info.Name}'), so there is no stream to read. Ask with Predict.");
    }

    /// <exception cref="OptionsException">The model scores readings by those before them.</exception>
    private void CheckAnswersOneRow()
    {
        if (Package.Model.Form is IReadsInOrder)
        {
            throw new OptionsException("The model scores readings by those before them in their series, so one row alone has no answer. Read it in a stream (BeginStream), or ask with all readings at once as a table or a list.");
        }
    }
}
