using System.Buffers.Binary;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Testing.Forms;

/// <summary>Bytes that lie are refused by <see cref="ArtifactException"/>, or give a form that answers; memory and time stay bounded.</summary>
internal static class HostileChecks
{
    private const int MostTries = 3000;
    private const long MostBytesAByte = 64;
    private const long FreeBytes = 4 << 20;
    private static readonly uint[] Lies = [uint.MaxValue, int.MaxValue, 0x8000_0000, 0x0010_0000, 0];

    internal static IEnumerable<ContractCheck> Of(FormSample sample, FormCatalog catalog)
    {
        var name = sample.Form.Info.Name;
        yield return new(name, "Load_TruncatedAtEveryLength_IsRefused", () =>
        {
            var bytes = FormBytes.Write(sample.Form);
            foreach (var length in Positions(bytes.Length))
            {
                FormAnswers.Expect(sample.Form, !Try(bytes.AsMemory(0, length), sample, catalog), $"cut to {length} of {bytes.Length} bytes it is read without an error");
            }
        });
        yield return new(name, "Load_EachByteFlipped_IsRefusedOrAnswers", () =>
        {
            var bytes = FormBytes.Write(sample.Form);
            foreach (var position in Positions(bytes.Length))
            {
                var flipped = bytes.ToArray();
                flipped[position] ^= (byte)(1 << (position % 8));
                Try(flipped, sample, catalog);
                flipped[position] = (byte)~bytes[position];
                Try(flipped, sample, catalog);
            }
        });
        yield return new(name, "Load_LyingCounts_AreRefusedWithinBoundedMemory", () =>
        {
            var bytes = FormBytes.Write(sample.Form);
            foreach (var position in Positions(bytes.Length - 4))
            {
                foreach (var lie in Lies)
                {
                    var lying = bytes.ToArray();
                    BinaryPrimitives.WriteUInt32LittleEndian(lying.AsSpan(position), lie);
                    Try(lying, sample, catalog);
                }
            }
        });
        yield return new(name, "Load_BytesAfterTheEnd_AreRefused", () =>
            FormAnswers.Expect(sample.Form, !Try((byte[])[.. FormBytes.Write(sample.Form), 0], sample, catalog), "a byte after its end is read without an error"));
    }

    /// <summary>Whether the bytes gave a form; any error but an <see cref="ArtifactException"/> breaks the contract.</summary>
    private static bool Try(ReadOnlyMemory<byte> bytes, FormSample sample, FormCatalog catalog)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        IForm? form = null;
        try
        {
            form = FormBytes.Read(bytes, catalog);
        }
        catch (ArtifactException)
        {
            // What is wanted of bytes that cannot be trusted.
        }
        catch (Exception cause)
        {
            throw new ContractException($"Form '{sample.Form.Info.Name}': hostile bytes cause {cause.GetType().Name} ({cause.Message}), expected ArtifactException.", cause);
        }

        var used = GC.GetAllocatedBytesForCurrentThread() - before;
        FormAnswers.Expect(sample.Form, used <= (MostBytesAByte * bytes.Length) + FreeBytes, $"reading {bytes.Length} hostile bytes takes {used} bytes of memory");
        if (form is not null)
        {
            Answers(form, sample);
        }

        return form is not null;
    }

    private static void Answers(IForm form, FormSample sample)
    {
        try
        {
            var answers = FormAnswers.Of(form, sample.Rows);
            FormAnswers.Expect(sample.Form, answers.All(double.IsFinite), "read from changed bytes it gives an answer that is not finite");
        }
        catch (DataException)
        {
            // Changed bytes may name other columns, which the rows then lack.
        }
    }

    private static IEnumerable<int> Positions(int length)
    {
        var stride = Math.Max(1, (length + MostTries - 1) / MostTries);
        for (var position = 0; position < length; position += stride)
        {
            yield return position;
        }
    }
}
