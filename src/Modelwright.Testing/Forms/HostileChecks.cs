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

    /// <summary>All tries of a check take seconds; only what never ends, such as nodes in a circle, takes longer than this on any machine.</summary>
    private static readonly TimeSpan Endless = TimeSpan.FromMinutes(4);

    /// <summary>In place of counts, sizes and positions: negative, huge, and the small ones that make a node its own child.</summary>
    private static readonly uint[] Lies = [uint.MaxValue, int.MaxValue, 0x8000_0000, 0x0010_0000, 0, 1, 2];
    private static readonly ulong[] LongLies = [ulong.MaxValue, long.MaxValue, 0x8000_0000_0000_0000, 1UL << 32, 0];
    private static readonly double[] Numbers = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, -double.MaxValue, double.Epsilon];

    internal static IEnumerable<ContractCheck> Of(FormSample sample, FormCatalog catalog)
    {
        ContractCheck Check(string name, Action<byte[]> run) =>
            ContractCheck.Of("Form", sample.Form.Info.Name, name, () => WithinBounds(() => run(FormBytes.Write(sample.Form))));

        return
        [
            Check("Load_TruncatedAtEveryLength_IsRefused", bytes =>
            {
                foreach (var length in Positions(bytes.Length))
                {
                    FormAnswers.Expect(!Try(bytes.AsMemory(0, length), sample, catalog), $"expected ArtifactException for the first {length} of {bytes.Length} bytes, found a form");
                }
            }),
            Check("Load_EachByteFlipped_IsRefusedOrAnswers", bytes => Each(bytes, sample, catalog, 1, [.. Enumerable.Range(0, 8).Select(Flip), at => at[0] = (byte)~at[0]])),
            Check("Load_LyingCounts_AreRefusedWithinBoundedMemory", bytes =>
            {
                Each(bytes, sample, catalog, sizeof(uint), [.. Lies.Select(lie => (Change)(at => BinaryPrimitives.WriteUInt32LittleEndian(at, lie)))]);
                Each(bytes, sample, catalog, sizeof(ulong), [.. LongLies.Select(lie => (Change)(at => BinaryPrimitives.WriteUInt64LittleEndian(at, lie)))]);
            }),
            Check("Load_NumbersNotSound_AreRefusedOrAnswer", bytes =>
                Each(bytes, sample, catalog, sizeof(double), [.. Numbers.Select(number => (Change)(at => BinaryPrimitives.WriteDoubleLittleEndian(at, number)))])),
            Check("Load_BytesAfterTheEnd_AreRefused", bytes =>
                FormAnswers.Expect(!Try((byte[])[.. bytes, 0], sample, catalog), "expected ArtifactException for a byte after its end, found a form")),
        ];
    }

    private delegate void Change(Span<byte> at);

    private static Change Flip(int bit) => at => at[0] ^= (byte)(1 << bit);

    private static void Each(byte[] bytes, FormSample sample, FormCatalog catalog, int width, Change[] changes)
    {
        foreach (var position in Positions(bytes.Length - width + 1))
        {
            foreach (var change in changes)
            {
                var changed = bytes.ToArray();
                change(changed.AsSpan(position));
                Try(changed, sample, catalog);
            }
        }
    }

    /// <summary>Runs on a thread of its own, so that what never ends is a failure and not a test run that hangs.</summary>
    private static void WithinBounds(Action run)
    {
        Exception? error = null;
        var thread = new Thread(() =>
        {
            try
            {
                run();
            }
            catch (Exception found)
            {
                error = found;
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        FormAnswers.Expect(thread.Join(Endless), "expected hostile bytes to be refused or answered in bounded time, found no end");
        if (error is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        }
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
            throw new ContractException($"expected ArtifactException for hostile bytes, found {cause.GetType().Name}: {cause.Message}", cause);
        }

        var used = GC.GetAllocatedBytesForCurrentThread() - before;
        FormAnswers.Expect(used <= (MostBytesAByte * bytes.Length) + FreeBytes, $"expected {bytes.Length} hostile bytes to be read within {(MostBytesAByte * bytes.Length) + FreeBytes} bytes of memory, found {used}");
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
            FormAnswers.Expect(answers.All(double.IsFinite), "expected what is read from changed bytes to give finite answers, found one that is not");
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
