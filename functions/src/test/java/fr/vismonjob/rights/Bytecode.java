package fr.vismonjob.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the methods of our compiled classes do, as far as it matters for what they can reach.
 *
 * @param classes by their internal names
 */
record Bytecode(Map<String, Type> classes) {
  /**
   * @param supertypes the class and the interfaces that it names
   * @param methods by name and descriptor
   */
  record Type(
      String name, List<String> supertypes, boolean isAbstract, Map<String, List<Step>> methods) {}

  record Method(String owner, String signature) {
    String name() {
      return signature.substring(0, signature.indexOf('('));
    }

    boolean isConstructor() {
      return name().equals("<init>");
    }

    private MethodTypeDesc type() {
      return MethodTypeDesc.ofDescriptor(signature.substring(signature.indexOf('(')));
    }

    /** How many of its parameters are of that type. */
    int takes(String type) {
      return (int) type().parameterList().stream().filter(each -> is(each, type)).count();
    }

    boolean returns(String type) {
      return is(type().returnType(), type);
    }

    /** The local variables of an object's method that its parameters of that type come in. */
    List<Integer> variables(String type) {
      List<Integer> found = new ArrayList<>();
      int variable = 1;
      for (ClassDesc parameter : type().parameterList()) {
        if (is(parameter, type)) {
          found.add(variable);
        }
        variable += TypeKind.from(parameter).slotSize();
      }
      return found;
    }

    private static boolean is(ClassDesc described, String type) {
      return described.descriptorString().equals("L" + type + ";");
    }
  }

  /** In the order of the instructions. */
  sealed interface Step {
    /**
     * @param isExact whether no other class can answer: static methods, constructors, super calls
     */
    record Call(Method method, boolean isExact) implements Step {}

    /** A lambda or a method reference is made of this method, as an object of that interface. */
    record Lambda(Method body, String type) implements Step {}

    record Text(String value) implements Step {}

    record New(String type) implements Step {}

    record Load(int variable) implements Step {}

    /**
     * @param field with its class
     */
    record Read(String field) implements Step {}

    record Write(String field) implements Step {}
  }

  /** All that lie beside this class. */
  static Bytecode beside(Class<?> known) {
    Map<String, Type> classes = new HashMap<>();
    try (Stream<Path> files =
        Files.walk(Path.of(known.getProtectionDomain().getCodeSource().getLocation().toURI()))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
        Type type = read(ClassFile.of().parse(file));
        classes.put(type.name(), type);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return new Bytecode(classes);
  }

  private static Type read(ClassModel model) {
    List<String> supertypes = new ArrayList<>();
    model.superclass().ifPresent(type -> supertypes.add(type.asInternalName()));
    model.interfaces().forEach(type -> supertypes.add(type.asInternalName()));
    Map<String, List<Step>> methods = new HashMap<>();
    for (MethodModel method : model.methods()) {
      String signature = method.methodName().stringValue() + method.methodType().stringValue();
      method.code().ifPresent(code -> methods.put(signature, steps(code.elementList())));
    }
    boolean isAbstract = model.flags().has(java.lang.reflect.AccessFlag.ABSTRACT);
    return new Type(model.thisClass().asInternalName(), supertypes, isAbstract, methods);
  }

  private static List<Step> steps(List<CodeElement> code) {
    List<Step> steps = new ArrayList<>();
    for (CodeElement element : code) {
      switch (element) {
        case InvokeInstruction call ->
            steps.add(
                new Step.Call(
                    method(call.owner(), call.name().stringValue() + call.type().stringValue()),
                    switch (call.opcode()) {
                      case INVOKESTATIC, INVOKESPECIAL -> true;
                      default -> false;
                    }));
        case InvokeDynamicInstruction dynamic ->
            dynamic
                .invokedynamic()
                .bootstrap()
                .arguments()
                .forEach(argument -> add(argument, dynamic, steps));
        case ConstantInstruction constant when constant.constantValue() instanceof String text ->
            steps.add(new Step.Text(text));
        case NewObjectInstruction made ->
            steps.add(new Step.New(made.className().asInternalName()));
        case LoadInstruction load -> steps.add(new Step.Load(load.slot()));
        case FieldInstruction field -> {
          String name = field.owner().asInternalName() + "." + field.name().stringValue();
          switch (field.opcode()) {
            case PUTFIELD, PUTSTATIC -> steps.add(new Step.Write(name));
            default -> steps.add(new Step.Read(name));
          }
        }
        default -> {}
      }
    }
    return List.copyOf(steps);
  }

  /** The fixed parts of a text that is put together are an argument, too. */
  private static void add(
      LoadableConstantEntry argument, InvokeDynamicInstruction dynamic, List<Step> steps) {
    switch (argument) {
      case MethodHandleEntry handle when handle.reference().type().stringValue().startsWith("(") ->
          steps.add(
              new Step.Lambda(
                  method(
                      handle.reference().owner(),
                      handle.reference().name().stringValue()
                          + handle.reference().type().stringValue()),
                  internalName(dynamic.typeSymbol().returnType().descriptorString())));
      case StringEntry text -> steps.add(new Step.Text(text.stringValue()));
      default -> {}
    }
  }

  private static String internalName(String descriptor) {
    return descriptor.startsWith("L")
        ? descriptor.substring(1, descriptor.length() - 1)
        : descriptor;
  }

  private static Method method(ClassEntry owner, String signature) {
    return new Method(owner.asInternalName(), signature);
  }

  boolean isOurs(String type) {
    return classes.containsKey(type);
  }

  List<Step> steps(Method method) {
    return classes.get(method.owner()).methods().get(method.signature());
  }

  /** The method itself, or the one that its class inherits; none if only a library has it. */
  Optional<Method> declared(Method method) {
    Type type = classes.get(method.owner());
    if (type == null) {
      return Optional.empty();
    }
    if (type.methods().containsKey(method.signature())) {
      return Optional.of(method);
    }
    return type.supertypes().stream()
        .flatMap(parent -> declared(new Method(parent, method.signature())).stream())
        .findFirst();
  }

  boolean isA(String type, String supertype) {
    Type ours = classes.get(type);
    return type.equals(supertype)
        || (ours != null && ours.supertypes().stream().anyMatch(parent -> isA(parent, supertype)));
  }

  /** What libraries may call of an object of this class. */
  List<Method> callbacks(String type) {
    return libraryTypes(type)
        .flatMap(library -> Stream.of(loaded(library).getMethods()))
        .map(method -> new Method(type, method.getName() + descriptor(method)))
        .flatMap(method -> declared(method).stream())
        .distinct()
        .toList();
  }

  private Stream<String> libraryTypes(String type) {
    Type ours = classes.get(type);
    return ours == null ? Stream.of(type) : ours.supertypes().stream().flatMap(this::libraryTypes);
  }

  private static Class<?> loaded(String type) {
    try {
      return Class.forName(type.replace('/', '.'), false, Bytecode.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String descriptor(java.lang.reflect.Method method) {
    return java.lang.invoke.MethodType.methodType(
            method.getReturnType(), method.getParameterTypes())
        .descriptorString();
  }
}
