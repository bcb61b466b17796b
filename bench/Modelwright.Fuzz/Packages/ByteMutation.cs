namespace Modelwright.Fuzz.Packages;

/// <summary>Damages bytes without knowing what they mean, the hashes included.</summary>
internal static class ByteMutation
{
    /// <summary>Cuts, flips, takes out, repeats or adds.</summary>
    internal static byte[] Apply(byte[] bytes, Random random)
    {
        if (bytes.Length == 0)
        {
            return [0];
        }

        var place = random.Next(bytes.Length);
        var length = random.Next(1, Math.Min(64, bytes.Length - place) + 1);
        switch (random.Next(6))
        {
            case 0:
                return bytes[..place];
            case 1:
                return [.. bytes.AsSpan(0, place), .. bytes.AsSpan(place + length)];
            case 2:
                return [.. bytes.AsSpan(0, place + length), .. bytes.AsSpan(place)];
            case 3:
                return [.. bytes, .. bytes.AsSpan(place, length)];
            case 4:
                byte[] overwritten = [.. bytes];
                overwritten.AsSpan(place, length).Fill((byte)(random.Next(2) * 255));
                return overwritten;
            default:
                byte[] flipped = [.. bytes];
                flipped[random.Next(2) == 0 ? place : place % 300 % bytes.Length] ^= (byte)(1 << random.Next(8));
                return flipped;
        }
    }
}
