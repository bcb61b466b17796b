using System.Reflection;

namespace Modelwright.Architecture.Tests.Code;

/// <summary>Finds the types that a type uses, in its signatures and in its code. Constants leave no trace in compiled code.</summary>
internal static class UsedTypes
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>All methods of a type with code of their own, constructors included.</summary>
    public static IEnumerable<MethodBase> Methods(Type type) =>
        type.GetMethods(Everything).Concat<MethodBase>(type.GetConstructors(Everything));

    public static IReadOnlySet<Type> Of(Type type)
    {
        var used = new HashSet<Type>();
        Add(used, type.BaseType);
        Add(used, type.GetInterfaces());
        Add(used, type.GetFields(Everything).Select(field => field.FieldType));
        Add(used, type.GetCustomAttributesData().Select(attribute => attribute.AttributeType));
        foreach (var method in Methods(type))
        {
            AddSignature(used, method);
            Add(used, method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []);
            foreach (var member in Instructions.Members(method))
            {
                AddMember(used, member);
            }
        }

        return used;
    }

    private static void AddMember(HashSet<Type> used, MemberInfo member)
    {
        Add(used, member as Type ?? member.DeclaringType);
        if (member is MethodBase method)
        {
            AddSignature(used, method);
        }
        else if (member is FieldInfo field)
        {
            Add(used, field.FieldType);
        }
    }

    private static void AddSignature(HashSet<Type> used, MethodBase method)
    {
        Add(used, method.GetParameters().Select(parameter => parameter.ParameterType));
        Add(used, (method as MethodInfo)?.ReturnType);
        Add(used, method.IsGenericMethod ? method.GetGenericArguments() : []);
    }

    private static void Add(HashSet<Type> used, IEnumerable<Type?> types)
    {
        foreach (var type in types)
        {
            Add(used, type);
        }
    }

    private static void Add(HashSet<Type> used, Type? type)
    {
        if (type is null || !used.Add(type))
        {
            return;
        }

        Add(used, type.GetElementType());
        Add(used, type.IsGenericType ? type.GetGenericArguments() : []);
    }
}
