namespace Modelwright.Fuzz.Csv;

/// <summary>Inflate by RFC 1951, bit by bit: the judge of the framework's.</summary>
internal sealed class PlainInflate
{
    private static readonly int[] LengthStart = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly int[] LengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    private static readonly int[] DistanceStart = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
    private static readonly int[] DistanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
    private static readonly int[] CodeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private readonly byte[] _bytes;
    private readonly List<byte> _text;
    private readonly int _start;
    private readonly int _most;
    private long _bit;

    private PlainInflate(byte[] bytes, int position, List<byte> text, int most) => (_bytes, _bit, _text, _start, _most) = (bytes, 8L * position, text, text.Count, text.Count + most);

    /// <summary>Unpacks a stream of blocks.</summary>
    /// <returns>The place after it; -1 where it is not sound.</returns>
    internal static int Append(byte[] bytes, int position, List<byte> text, int most)
    {
        var inflate = new PlainInflate(bytes, position, text, most);
        try
        {
            while (!inflate.Block())
            {
            }

            return (int)((inflate._bit + 7) / 8);
        }
        catch (InvalidDataException)
        {
            return -1;
        }
    }

    private bool Block()
    {
        var isLast = Bits(1) == 1;
        switch (Bits(2))
        {
            case 0:
                Stored();
                break;
            case 1:
                Coded(Fixed(0, 288), Fixed(1, 30));
                break;
            case 2:
                Dynamic();
                break;
            default:
                throw new InvalidDataException();
        }

        return isLast;
    }

    private int Bits(int count)
    {
        var value = 0;
        for (var bit = 0; bit < count; bit++, _bit++)
        {
            Require(_bit / 8 < _bytes.Length);
            value |= (_bytes[_bit / 8] >> (int)(_bit % 8) & 1) << bit;
        }

        return value;
    }

    private static void Require(bool isSound)
    {
        if (!isSound)
        {
            throw new InvalidDataException();
        }
    }

    private void Stored()
    {
        _bit = (_bit + 7) / 8 * 8;
        var length = Bits(16);
        Require(Bits(16) == (~length & 0xFFFF) && _text.Count + length <= _most);
        for (; length > 0; length--)
        {
            _text.Add((byte)Bits(8));
        }
    }

    private static PlainCode Fixed(int kind, int count) => new([.. Enumerable.Range(0, count).Select(symbol => kind == 1 ? 5 : symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)]);

    private void Dynamic()
    {
        var (literals, distances, codes) = (Bits(5) + 257, Bits(5) + 1, Bits(4) + 4);
        var lengths = new int[19];
        for (var code = 0; code < codes; code++)
        {
            lengths[CodeOrder[code]] = Bits(3);
        }

        var code0 = new PlainCode(lengths);
        var all = new List<int>();
        while (all.Count < literals + distances)
        {
            var symbol = code0.Next(Bits);
            Require(symbol != 16 || all.Count > 0);
            var (value, times) = symbol switch
            {
                16 => (all[^1], 3 + Bits(2)),
                17 => (0, 3 + Bits(3)),
                18 => (0, 11 + Bits(7)),
                _ => (symbol, 1),
            };
            all.AddRange(Enumerable.Repeat(value, times));
        }

        Require(all.Count == literals + distances);
        Coded(new([.. all.Take(literals)]), new([.. all.Skip(literals)]));
    }

    private void Coded(PlainCode literals, PlainCode distances)
    {
        for (int symbol; (symbol = literals.Next(Bits)) != 256;)
        {
            if (symbol < 256)
            {
                Require(_text.Count < _most);
                _text.Add((byte)symbol);
                continue;
            }

            Require(symbol <= 285);
            var length = LengthStart[symbol - 257] + Bits(LengthBits[symbol - 257]);
            var far = distances.Next(Bits);
            Require(far < 30);
            var distance = DistanceStart[far] + Bits(DistanceBits[far]);
            Require(distance <= _text.Count - _start && _text.Count + length <= _most);
            for (; length > 0; length--)
            {
                _text.Add(_text[^distance]);
            }
        }
    }
}
