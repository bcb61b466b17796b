using System.Buffers.Binary;
using System.Text;

namespace Modelwright.Fuzz.Packages;

/// <summary>Changes one value of a record into another that its kind can hold.</summary>
internal static class ValueMutation
{
    private static readonly double[] Numbers = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, 0, 1, -1, double.MaxValue, -double.MaxValue, double.Epsilon, 1e-300, 0.5, 2];
    private static readonly long[] Integers = [0, 1, -1, 2, 3, 31, 32, 33, 64, 1000, 100_000, int.MaxValue, int.MinValue, 1L << 31, 1L << 32, long.MaxValue, long.MinValue];
    private static readonly string[] Texts = ["", " ", "NA", "Tenure", "Number", "Category", "Target", "Ignore", "class_trees", "number_constant", "impute", "\0", "\uFEFF", "é", "\U0001F600", "%Y", "yyyy", "M", new('x', 3000)];

    /// <summary>Changes a value.</summary>
    internal static void Apply(Entry entry, Random random)
    {
        entry.Value = entry.Kind switch
        {
            1 => Text(random),
            2 => BitConverter.GetBytes(Numbers[random.Next(Numbers.Length)]),
            3 => BitConverter.GetBytes(Integer(entry.Value, random)),
            4 => [(byte)random.Next(3)],
            5 => TextList(entry.Value, random),
            6 => Tensor(entry.Value, 8, random, element => BitConverter.TryWriteBytes(element, Numbers[random.Next(Numbers.Length)])),
            7 => Tensor(entry.Value, 4, random, element => BinaryPrimitives.WriteInt32LittleEndian(element, (int)Near(BinaryPrimitives.ReadInt32LittleEndian(element), random))),
            8 => Tensor(entry.Value, 1, random, element => element[0] = (byte)random.Next(256)),
            _ => entry.Value,
        };
    }

    /// <summary>Lies about the count or length in front of a value.</summary>
    internal static void Lie(Entry entry, Random random)
    {
        if (entry.Part is not null)
        {
            entry.ClaimedLength = Integers[random.Next(Integers.Length)];
        }
        else if (entry.Value.Length >= 4)
        {
            var claimed = (uint)Near(BinaryPrimitives.ReadInt32LittleEndian(entry.Value), random);
            BinaryPrimitives.WriteUInt32LittleEndian(entry.Value, claimed);
        }
    }

    private static long Near(long value, Random random) => random.Next(3) switch
    {
        0 => Integers[random.Next(Integers.Length)],
        1 => value + random.Next(-2, 3),
        _ => unchecked(value ^ (1L << random.Next(32))),
    };

    private static long Integer(byte[] value, Random random) => Near(value.Length >= 8 ? BinaryPrimitives.ReadInt64LittleEndian(value) : 0, random);

    private static byte[] Text(Random random) => random.Next(8) switch
    {
        0 => BitConverter.GetBytes(uint.MaxValue),
        1 => [2, 0, 0, 0, 0xC3, 0x28],
        _ => Prefixed(Encoding.UTF8.GetBytes(Texts[random.Next(Texts.Length)])),
    };

    private static byte[] Prefixed(byte[] bytes) => [.. BitConverter.GetBytes(bytes.Length), .. bytes];

    private delegate void Change(Span<byte> element);

    // Changes, takes out, doubles or swaps elements, with a true count.
    private static byte[] Tensor(byte[] value, int size, Random random, Change change)
    {
        var count = value.Length < 4 ? 0 : (value.Length - 4) / size;
        if (count == 0)
        {
            return [1, 0, 0, 0, .. new byte[size]];
        }

        var place = 4 + (size * random.Next(count));
        switch (random.Next(6))
        {
            case 0:
                return Counted([.. value.AsSpan(0, place), .. value.AsSpan(place + size)], count - 1);
            case 1:
                return Counted([.. value.AsSpan(0, place), .. value.AsSpan(place, size), .. value.AsSpan(place)], count + 1);
            case 2:
                byte[] copied = [.. value];
                value.AsSpan(4 + (size * random.Next(count)), size).CopyTo(copied.AsSpan(place));
                return copied;
            case 3:
                return Counted(value[..(4 + (size * random.Next(count)))], null, size);
            default:
                byte[] changed = [.. value];
                change(changed.AsSpan(place, size));
                return changed;
        }
    }

    private static byte[] Counted(byte[] value, int? count, int size = 1)
    {
        BinaryPrimitives.WriteInt32LittleEndian(value, count ?? ((value.Length - 4) / size));
        return value;
    }

    private static byte[] TextList(byte[] value, Random random)
    {
        var texts = new List<byte[]>();
        for (var position = 4; position + 4 <= value.Length;)
        {
            var length = Math.Clamp(BinaryPrimitives.ReadInt32LittleEndian(value.AsSpan(position)), 0, value.Length - position - 4);
            texts.Add(value[(position + 4)..(position + 4 + length)]);
            position += 4 + length;
        }

        var place = random.Next(texts.Count + 1);
        var other = random.Next(6) == 0 ? [0xFF] : Encoding.UTF8.GetBytes(Texts[random.Next(Texts.Length)]);
        switch (random.Next(5))
        {
            case 0 when place < texts.Count:
                texts.RemoveAt(place);
                break;
            case 1:
                texts.Insert(place, other);
                break;
            case 2 when texts.Count > 1:
                texts[place % texts.Count] = texts[(place + 1) % texts.Count];
                break;
            default:
                texts.Insert(place, other);
                texts.RemoveAt(Math.Min(place + 1, texts.Count - 1));
                break;
        }

        return [.. BitConverter.GetBytes(texts.Count), .. texts.SelectMany(Prefixed)];
    }
}
