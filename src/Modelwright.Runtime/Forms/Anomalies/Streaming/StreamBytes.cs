using Modelwright.Core.Errors;
using Modelwright.Core.Learning.Streams;
using Modelwright.Runtime.Packaging.Records;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>The state of a series as bytes, to go on with it later or elsewhere.</summary>
public static class StreamBytes
{
    /// <summary>Writes a state; the same state gives the same bytes.</summary>
    /// <param name="state">The state.</param>
    /// <returns>Its bytes.</returns>
    public static byte[] Write(IStreamState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var writer = new RecordWriter();
        state.Write(writer);
        return writer.ToArray();
    }

    /// <summary>Reads a state back.</summary>
    /// <param name="form">The form whose state it is.</param>
    /// <param name="bytes">What <see cref="Write"/> gave.</param>
    /// <returns>A state that goes on to the bit.</returns>
    /// <exception cref="ArtifactException">The bytes are damaged or hostile, or of another form.</exception>
    public static IStreamState Read(IScoresStreams form, ReadOnlyMemory<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Resume(new RecordReader(bytes, "state"));
    }
}
