using System.Buffers.Binary;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Streams;
using Modelwright.Runtime.Forms.Anomalies.Streaming;
using Modelwright.Runtime.Packaging;
using Modelwright.Testing.Forms;

namespace Modelwright.Testing.Streams;

/// <summary>The contract of every form of streams: a series in pieces scores as at once, series do not touch, states stay small, hostile bytes are refused.</summary>
public static class StreamSuite
{
    private const int Cuts = 12;
    private const int MostTries = 500;
    private static readonly double[] Numbers = [double.NaN, double.PositiveInfinity, -double.MaxValue, -1];

    /// <summary>All checks of one form.</summary>
    /// <param name="sample">The form and a series it can read.</param>
    /// <param name="catalog">The catalog that reads it.</param>
    /// <returns>The checks, each to be run apart.</returns>
    public static IEnumerable<ContractCheck> Checks(StreamSample sample, FormCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(catalog);
        ContractCheck Check(string name, Action run) => ContractCheck.Of("Stream form", sample.Form.Info.Name, name, run);
        var form = (IScoresStreams)sample.Form;
        return
        [
            Check("Read_Scores_AreFiniteAndNotBelowNothing", () => FormAnswers.Expect(AtOnce(form, sample).All(score => double.IsFinite(score.Score) && score.Score >= 0 && score.Input < sample.Form.Info.Inputs.Count), "expected finite scores of 0 or more of known inputs, found others")),
            Check("Read_InPieces_SameBitsAsAtOnce", () => InPieces(form, sample)),
            Check("Read_SeriesSideBySide_DoNotTouch", () => SideBySide(form, sample)),
            Check("Read_FromManyThreads_SameBits", () => EightThreads.Run(_ => ExpectSame(AtOnce(form, sample), AtOnce(form, sample), "read on eight threads"))),
            Check("State_LongerSeries_IsNoLarger", () => IsNoLarger(form, sample)),
            Check("State_TruncatedOrFlipped_IsRefusedOrScores", () => HostileState(form, sample)),
            Check("SaveLoadSave_SameBytesAndScores", () => Stored(sample, catalog)),
            Check("Load_TruncatedOrFlipped_IsRefusedOrScores", () => HostileForm(sample, catalog)),
        ];
    }

    private static StreamScore[] AtOnce(IScoresStreams form, StreamSample sample) => Read(form, form.Start(), sample, 0, sample.Times.Count);

    private static StreamScore[] Read(IScoresStreams form, IStreamState state, StreamSample sample, int first, int end)
    {
        var width = sample.Form.Info.Inputs.Count;
        var scores = new StreamScore[end - first];
        for (var row = first; row < end; row++)
        {
            scores[row - first] = form.Read(state, sample.Times[row], [.. sample.Values.Skip(row * width).Take(width)]);
        }

        return scores;
    }

    private static void ExpectSame(ReadOnlySpan<StreamScore> expected, ReadOnlySpan<StreamScore> actual, string what)
    {
        FormAnswers.Expect(expected.Length == actual.Length, $"{what}: expected {expected.Length} scores, found {actual.Length}");
        for (var row = 0; row < expected.Length; row++)
        {
            FormAnswers.ExpectSame([expected[row].Score, expected[row].Usual, expected[row].Input], [actual[row].Score, actual[row].Usual, actual[row].Input], $"{what}, reading {row}");
        }
    }

    private static void InPieces(IScoresStreams form, StreamSample sample)
    {
        var expected = AtOnce(form, sample);
        for (var piece = 0; piece <= Cuts; piece++)
        {
            var cut = sample.Times.Count * piece / Cuts;
            var state = form.Start();
            var first = Read(form, state, sample, 0, cut);
            var resumed = StreamBytes.Read(form, StreamBytes.Write(state));
            FormAnswers.Expect(resumed.Readings == cut, $"expected {cut} readings in a state that was read back, found {resumed.Readings}");
            ExpectSame(expected, [.. first, .. Read(form, resumed, sample, cut, sample.Times.Count)], $"cut after {cut} readings");
        }
    }

    // Reading by reading in turn, the second series backwards in value.
    private static void SideBySide(IScoresStreams form, StreamSample sample)
    {
        var (one, other) = (form.Start(), form.Start());
        var negated = sample with { Values = [.. sample.Values.Select(value => -value)] };
        var (first, second) = (new List<StreamScore>(), new List<StreamScore>());
        for (var row = 0; row < sample.Times.Count; row++)
        {
            first.AddRange(Read(form, one, sample, row, row + 1));
            second.AddRange(Read(form, other, negated, row, row + 1));
        }

        ExpectSame(AtOnce(form, sample), first.ToArray(), "beside another series");
        ExpectSame(AtOnce(form, negated), second.ToArray(), "beside another series");
    }

    private static void IsNoLarger(IScoresStreams form, StreamSample sample)
    {
        var state = form.Start();
        Read(form, state, sample, 0, sample.Times.Count / 2);
        var half = StreamBytes.Write(state).Length;
        Read(form, state, sample, sample.Times.Count / 2, sample.Times.Count);
        var whole = StreamBytes.Write(state).Length;
        FormAnswers.Expect(half == whole, $"expected a state as large after all readings as after half of them, found {whole} and {half} bytes");
    }

    private static void Stored(StreamSample sample, FormCatalog catalog)
    {
        var bytes = FormBytes.Write(sample.Form);
        var loaded = FormBytes.Read(bytes, catalog);
        FormAnswers.Expect(bytes.AsSpan().SequenceEqual(FormBytes.Write(loaded)), "expected the same bytes when read and written again, found others");
        ExpectSame(AtOnce((IScoresStreams)sample.Form, sample), AtOnce((IScoresStreams)loaded, sample), "read back");
    }

    private static void HostileState(IScoresStreams form, StreamSample sample)
    {
        var state = form.Start();
        Read(form, state, sample, 0, sample.Times.Count);
        foreach (var bytes in Changed(StreamBytes.Write(state)))
        {
            Refused(() => Sound(Read(form, StreamBytes.Read(form, bytes), sample, 0, 3)));
        }
    }

    private static void HostileForm(StreamSample sample, FormCatalog catalog)
    {
        foreach (var bytes in Changed(FormBytes.Write(sample.Form)))
        {
            Refused(() =>
            {
                if (FormBytes.Read(bytes, catalog) is IScoresStreams form and IForm named && named.Info.Inputs.Count == sample.Form.Info.Inputs.Count)
                {
                    Sound(Read(form, form.Start(), sample, 0, 30));
                }
            });
        }
    }

    private static void Sound(StreamScore[] scores) => FormAnswers.Expect(scores.All(score => double.IsFinite(score.Score)), "expected what is read from changed bytes to score finite numbers, found others");

    private static void Refused(Action read)
    {
        try
        {
            read();
        }
        catch (ArtifactException)
        {
            // What is wanted of bytes that cannot be trusted.
        }
    }

    private static IEnumerable<byte[]> Changed(byte[] bytes)
    {
        var stride = Math.Max(1, bytes.Length / MostTries);
        for (var position = 0; position < bytes.Length; position += stride)
        {
            yield return bytes[..position];
            foreach (var change in new byte[] { 0x80, 0x01, 0xFF })
            {
                var changed = bytes.ToArray();
                changed[position] ^= change;
                yield return changed;
            }

            foreach (var number in position + sizeof(double) <= bytes.Length ? Numbers : [])
            {
                var changed = bytes.ToArray();
                BinaryPrimitives.WriteDoubleLittleEndian(changed.AsSpan(position), number);
                yield return changed;
            }
        }
    }
}
